-- Instants are epoch milliseconds, flags 0 or 1. Labels and sources belong to a reference "type:id".
create table exhibition_zone (
  id text primary key,
  edition text not null,
  letter text not null,
  name_zh text not null,
  name_en text not null,
  summary_zh text not null,
  summary_en text not null,
  host text,
  part_of text,
  is_virtual integer not null,
  grid_rows integer not null,
  grid_cols integer not null,
  synthetic integer not null,
  digest text not null,
  version bigint not null,
  changed_at bigint not null,
  unique (edition, letter)
);

create table exhibition_booth (
  id text primary key,
  edition text not null,
  exhibitor text,
  name_zh text not null,
  name_en text not null,
  pitch_zh text not null,
  pitch_en text not null,
  zone text,
  code text not null,
  synthetic integer not null,
  derived integer not null,
  digest text not null,
  version bigint not null,
  changed_at bigint not null,
  unique (edition, code)
);
create unique index exhibition_booth_exhibitor on exhibition_booth (edition, exhibitor);
create index exhibition_booth_order on exhibition_booth (edition, synthetic, code);
create index exhibition_booth_zone on exhibition_booth (zone);

create table exhibition_item (
  number ${id},
  id text not null unique,
  item_type text not null,
  name_zh text not null,
  name_en text not null,
  summary_zh text not null,
  summary_en text not null,
  zone text,
  zone_inferred integer not null,
  synthetic integer not null,
  digest text not null,
  version bigint not null,
  changed_at bigint not null
);
create index exhibition_item_zone on exhibition_item (zone);

create table exhibition_use_case (
  item text not null,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  inferred integer not null,
  primary key (item, position)
);

create table exhibition_platform (
  id text primary key,
  edition text not null,
  platform_type text not null,
  name_zh text not null,
  name_en text not null,
  summary_zh text not null,
  summary_en text not null,
  unveiled text,
  doubt text,
  synthetic integer not null,
  digest text not null,
  version bigint not null,
  changed_at bigint not null
);

create table exhibition_label (
  owner text not null,
  kind text not null,
  position integer not null,
  value text not null,
  primary key (owner, kind, position)
);
create index exhibition_label_value on exhibition_label (kind, value);

create table exhibition_source (
  owner text not null,
  position integer not null,
  file text not null,
  year integer not null,
  lines text not null,
  primary key (owner, position)
);
