-- One line that the house tells everybody: a draft, then live, then archived.
create table announce_message (
    id text not null primary key,
    body text not null,
    state text not null check (state in ('draft', 'live', 'archived')),
    until_at bigint,
    live_at bigint,
    actor text not null,
    version bigint not null,
    changed_at bigint not null
);

create index announce_message_order on announce_message (state, changed_at);

-- What the organiser decided about an edition; no row is the ordinary case.
create table directory_edition_rule (
    id text not null primary key,
    frozen_at bigint,
    chosen_at bigint
);

-- What an act of the organiser replaced, to put it back while nobody changed it since.
create table directory_undo (
    id text not null primary key,
    label text not null,
    actor text not null,
    at bigint not null,
    steps text not null,
    undone_at bigint
);

-- A second record of the same organisation, kept under its id and answered by the first.
create table directory_merged (
    id text not null primary key,
    target text not null
);

create index directory_merged_target on directory_merged (target);

-- Counted by the hour, for the figures of a day.
create table statistics_hour (
    hour bigint not null,
    owner text not null,
    metric text not null,
    total bigint not null,
    primary key (hour, owner, metric)
);
