-- Callers that are no person: one role in one place until an instant. Their sessions lie with everybody's.
create table identity_pass (
    holder text not null primary key,
    role text not null,
    scope text not null,
    until_at bigint not null
);
create index identity_pass_until on identity_pass (until_at);

-- Screens of a room and who let them in; a revoked one stays for the record.
create table live_display (
    id text not null primary key,
    room text not null,
    view text not null,
    label text not null,
    paired_by text not null,
    paired_at bigint not null,
    until_at bigint not null,
    revoked_at bigint
);
create index live_display_room on live_display (room, paired_at);

-- What leads into a room's hall: the code on the wall, one for each room, and codes for one person each.
create table live_entry (
    code text not null primary key,
    room text not null,
    single integer not null,
    issued_by text not null,
    issued_at bigint not null,
    used_at bigint
);
create index live_entry_room on live_entry (room, single);

-- Who looks after a room now, and what they tell whoever comes next.
create table live_duty (
    room text not null,
    person text not null,
    name text not null,
    since_at bigint not null,
    primary key (room, person)
);
create index live_duty_person on live_duty (person);

create table live_handover (
    room text not null primary key,
    note text not null,
    person text not null,
    name text not null,
    at bigint not null
);
