-- What should run here: one row a plugin, also for a removed one, so that it is not installed again by itself.
create table plugin_desired(
  id text primary key,
  prefix text not null,
  version text not null,
  sha256 text not null,
  origin text not null,
  wanted text not null check (wanted in ('running', 'stopped', 'absent')),
  pinned integer not null,
  changed_at bigint not null
);

-- The jars kept for each plugin, newest last; one that never ran is no goal for a rollback.
create table plugin_jar(
  id text not null,
  sha256 text not null,
  version text not null,
  origin text not null,
  stored_at bigint not null,
  ran_at bigint not null,
  primary key (id, sha256)
);

create table plugin_status(
  node text not null,
  id text not null,
  version text not null,
  phase text not null,
  reason text not null,
  since bigint not null,
  primary key (node, id)
);

create table plugin_settings(
  id text primary key,
  body text not null,
  version bigint not null,
  changed_at bigint not null
);
