-- How a room takes questions; a room without a row does it as all do.
create table live_question_rules (
    room text not null primary key,
    rules text not null
);

-- changes grows with every vote given or taken back, so that of two counts the later one is known.
create table live_question (
    id text not null primary key,
    room text not null,
    at bigint not null,
    author text not null,
    name text not null,
    role text not null,
    anonymous integer not null,
    recorder text,
    text text not null,
    language text not null,
    tags text not null,
    state text not null check (state in
        ('queued', 'rejected', 'visible', 'staged', 'answered', 'merged', 'archived', 'carried', 'deleted')),
    state_at bigint not null,
    reason text,
    run_order bigint,
    votes bigint not null default 0,
    changes bigint not null default 0,
    merged_into text,
    staged_at bigint,
    answer text,
    answered_at bigint,
    answered_by text,
    media_ms bigint
);

create index live_question_room on live_question (room, state);
create index live_question_author on live_question (author);
create unique index live_question_stage on live_question (room) where state = 'staged';

-- One vote of one person for one question.
create table live_question_vote (
    question text not null,
    voter text not null,
    at bigint not null,
    primary key (question, voter)
);

create index live_question_voter on live_question_vote (voter);
