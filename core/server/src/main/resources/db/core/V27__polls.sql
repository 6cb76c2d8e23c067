-- spec is what the poll asks; it does not change once the poll is open.
create table live_poll (
    id text not null primary key,
    room text not null,
    at bigint not null,
    spec text not null,
    state text not null check (state in ('draft', 'open', 'paused', 'closed', 'archived')),
    round integer not null default 0,
    featured integer not null default 0,
    closes_at bigint,
    changes bigint not null default 0
);

create index live_poll_room on live_poll (room, state);
create unique index live_poll_featured on live_poll (room) where featured = 1;

-- What a closed round came to stands here for good, unless it is opened again.
create table live_poll_round (
    poll text not null,
    n integer not null,
    opened_at bigint not null,
    closed_at bigint,
    ballots bigint not null default 0,
    present integer,
    root text,
    primary key (poll, n)
);

-- One ballot of one person in one round; a second one takes its place.
create table live_ballot (
    poll text not null,
    round integer not null,
    voter text not null,
    at bigint not null,
    value text not null,
    nonce text,
    receipt text,
    primary key (poll, round, voter)
);

create index live_ballot_voter on live_ballot (voter);
