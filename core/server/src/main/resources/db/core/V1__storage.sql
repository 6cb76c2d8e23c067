-- The log: rows are never changed. On PostgreSQL the sequencer fills it from the outbox.
create table event_log(
  seq ${seq},
  id text not null unique,
  at bigint not null,
  type text not null,
  subject text not null,
  actor text not null,
  body text not null
);
create index event_log_type on event_log(type, seq);

-- PostgreSQL only: what committed and has no place in the log yet. Empty on SQLite.
create table event_outbox(
  n ${id},
  id text not null,
  at bigint not null,
  type text not null,
  subject text not null,
  actor text not null,
  body text not null
);

-- PostgreSQL only: the last place given; its row lock fences a second sequencer.
create table event_head(
  one integer not null primary key check (one = 1),
  seq bigint not null
);
insert into event_head(one, seq) values (1, 0);

create table event_cursor(
  consumer text not null primary key,
  seq bigint not null,
  epoch text not null
);

-- Events a listener failed on five times, for an operator to look at.
create table event_parked(
  consumer text not null,
  seq bigint not null,
  error text not null,
  at bigint not null,
  primary key (consumer, seq)
);

create table event_task(
  id text not null primary key,
  owner text not null,
  name text not null,
  argument text not null,
  due_at bigint not null,
  leased_until bigint not null default 0,
  attempts integer not null default 0,
  error text
);
create index event_task_due on event_task(owner, due_at);

create table event_lease(
  owner text not null,
  name text not null,
  next_at bigint not null,
  leased_until bigint not null default 0,
  primary key (owner, name)
);

create table storage_idempotency(
  owner text not null,
  scope text not null,
  k text not null,
  hash text not null,
  answer text,
  at bigint not null,
  primary key (owner, scope, k)
);
create index storage_idempotency_at on storage_idempotency(at);

-- Renewed by a restore: who remembers another epoch rebuilds.
create table core_epoch(
  one integer not null primary key check (one = 1),
  id text not null
);
