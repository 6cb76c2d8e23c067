-- A message has a rev from the moment viewers may see it: what waits or was refused has none. The table
-- is laid anew because neither store can loosen a column in the same words.
create table live_message_next (
    id text not null primary key,
    room text not null,
    rev bigint,
    at bigint not null,
    author text not null,
    name text not null,
    role text not null,
    text text not null,
    lane text,
    colour text,
    reply_to text,
    state text not null check (state in ('visible', 'held', 'rejected', 'deleted')),
    edited_at bigint,
    removed_by text,
    removed_at bigint,
    -- Why it waited or waits, and how much spoke against it (0 to 100).
    reason text,
    score integer not null default 0,
    -- When it is shown by itself; a message that waits for a moderator has no such time.
    due_at bigint,
    claimed_by text,
    claimed_until bigint,
    decided_by text,
    decided_at bigint,
    -- The form in which two texts are the same.
    shape bigint not null default 0
);

insert into live_message_next(id, room, rev, at, author, name, role, text, lane, colour, reply_to, state, edited_at,
    removed_by, removed_at)
select id, room, rev, at, author, name, role, text, lane, colour, reply_to, state, edited_at, removed_by, removed_at
from live_message;

drop table live_message;

alter table live_message_next rename to live_message;

create unique index live_message_rev on live_message (room, rev);
create index live_message_author on live_message (room, author, at);
create index live_message_at on live_message (room, at);
create index live_message_removed on live_message (room, removed_at);
create index live_message_held on live_message (room, state, due_at);
create index live_message_wrote on live_message (author, at);

-- How a room talks; slow_seconds stays with the room. Lockdown lies over it and leaves it as it is.
create table live_mode (
    room text not null primary key,
    modes text not null,
    locked_until bigint
);

create table live_report (
    message text not null,
    reporter text not null,
    room text not null,
    reason text not null,
    at bigint not null,
    settled_at bigint,
    primary key (message, reporter)
);

create index live_report_room on live_report (room, settled_at);

create table live_pin (
    room text not null,
    message text not null,
    n bigint not null,
    primary key (room, message)
);

-- One person's emoji on a message.
create table live_mark (
    message text not null,
    person text not null,
    kind text not null,
    room text not null,
    at bigint not null,
    primary key (message, person, kind)
);

create index live_mark_room on live_mark (room, message);

-- What moderators note about a person; forgotten with the edition.
create table live_note (
    id text not null primary key,
    room text not null,
    person text not null,
    text text not null,
    noted_by text not null,
    at bigint not null,
    expires_at bigint not null
);

create index live_note_person on live_note (person, at);

create table live_notice (
    id text not null primary key,
    room text not null,
    text text not null,
    at bigint not null,
    show_until bigint not null
);

create index live_notice_room on live_notice (room, show_until);

-- Word rules of the house (scope '') or of one room: every version is kept, at most one holds.
create table live_rules (
    scope text not null,
    version bigint not null,
    body text not null,
    author text not null,
    at bigint not null,
    active integer not null,
    primary key (scope, version)
);
