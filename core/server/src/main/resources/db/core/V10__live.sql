-- What the pseudonyms of authors are made with.
create table live_secret (
    one bigint not null primary key,
    value text not null
);

-- One room a target. rev is the room's order: every change that viewers may see takes the next one.
create table live_room (
    id text not null primary key,
    spec text not null,
    phase text not null,
    phase_at bigint not null,
    start_at bigint,
    end_at bigint,
    slow_seconds integer not null default 0,
    rev bigint not null default 0,
    created_at bigint not null
);

-- Stretches of the stream: pauses part them, media time goes on where it stopped.
create table live_segment (
    room text not null,
    n bigint not null,
    started_at bigint not null,
    ended_at bigint,
    offset_ms bigint not null,
    latency_ms bigint not null,
    primary key (room, n)
);

-- Appended to, never deleted from: a deleted message is a tombstone.
create table live_message (
    id text not null primary key,
    room text not null,
    rev bigint not null,
    at bigint not null,
    author text not null,
    name text not null,
    role text not null,
    text text not null,
    lane text,
    colour text,
    reply_to text,
    state text not null check (state in ('visible', 'deleted')),
    edited_at bigint,
    removed_by text,
    removed_at bigint
);

create unique index live_message_rev on live_message (room, rev);
create index live_message_author on live_message (room, author, at);
create index live_message_at on live_message (room, at);
create index live_message_removed on live_message (room, removed_at);

-- What a message said before, for the desk.
create table live_edit (
    message text not null,
    rev bigint not null,
    at bigint not null,
    text text not null,
    primary key (message, rev)
);

-- The room's log: what happened at each rev. What it says of a message is read from the message.
create table live_change (
    room text not null,
    rev bigint not null,
    at bigint not null,
    name text not null,
    message text,
    body text,
    primary key (room, rev)
);

create table live_reaction (
    room text not null,
    minute bigint not null,
    kind text not null,
    n bigint not null,
    primary key (room, minute, kind)
);

-- The name a guest chose, and the form in which two names are compared.
create table live_guest (
    ref text not null primary key,
    name text not null,
    name_key text not null unique,
    at bigint not null
);
