create table imports_run (
    id text not null primary key,
    kind text not null,
    actor text not null,
    at bigint not null,
    stored integer not null,
    report text not null
);

create index imports_run_at on imports_run (at);

-- Demo files that were laid, by their content: each one once.
create table imports_demo (
    owner text not null,
    name text not null,
    sha256 text not null,
    at bigint not null,
    primary key (owner, name)
);
