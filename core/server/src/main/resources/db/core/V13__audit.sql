-- Administrative acts, chained: each row's hash covers the hash of the row before it. Rows are never changed.
-- n counts without gaps, seq is the event's place in the log, digest that of the event's body.
create table audit_row (
    n bigint not null primary key,
    seq bigint not null unique,
    at bigint not null,
    actor text not null,
    action text not null,
    subject text not null,
    digest text not null,
    prev_hash text not null,
    hash text not null
);

create index audit_row_actor on audit_row (actor, n);
create index audit_row_action on audit_row (action, n);
create index audit_row_subject on audit_row (subject, n);
create index audit_row_at on audit_row (at);

-- When backups are made by themselves: minute of the day in the expo's zone, and how many are kept.
create table backup_plan (
    one integer not null primary key check (one = 1),
    enabled integer not null,
    minute integer not null,
    keep integer not null
);

-- Every backup that was begun; kept says that its file still lies in the data directory.
create table backup_run (
    id text not null primary key,
    cause text not null check (cause in ('plan', 'person', 'command')),
    actor text not null,
    at bigint not null,
    ended_at bigint,
    state text not null check (state in ('waiting', 'running', 'done', 'failed')),
    kept integer not null default 0,
    bytes bigint,
    sha256 text,
    seq bigint,
    error text
);

create index backup_run_at on backup_run (at);
