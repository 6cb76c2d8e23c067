create table forum_held (
    session text not null,
    block text not null,
    kind text not null,
    record text not null,
    position integer not null,
    name_zh text not null,
    name_en text not null,
    line text not null,
    at bigint not null,
    primary key (kind, record)
);

create index forum_held_block on forum_held (session, block, position);

create table forum_block_run (
    session text not null,
    block text not null,
    at bigint not null,
    actor text not null,
    media_second integer not null,
    refs text not null,
    primary key (session, block)
);

create table forum_standing (
    session text not null primary key,
    phase text not null,
    since bigint not null,
    live_since bigint
);

create table forum_seats (
    session text not null,
    channel text not null,
    capacity integer not null,
    taken integer not null,
    primary key (session, channel),
    check (taken >= 0 and taken <= capacity)
);

create table forum_seat (
    session text not null,
    channel text not null,
    person text not null,
    waiting integer not null,
    number bigint not null,
    at bigint not null,
    primary key (session, person)
);

create index forum_seat_order on forum_seat (session, channel, waiting, number);

create table forum_act (
    id text not null primary key,
    kind text not null,
    edition text not null,
    actor text not null,
    at bigint not null,
    before text not null,
    after text not null,
    undone_at bigint
);
