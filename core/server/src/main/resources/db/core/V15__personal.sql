-- What a person starred, of any type; the note is theirs alone.
create table personal_favourite (
    account text not null,
    ref text not null,
    note text not null default '',
    at bigint not null,
    primary key (account, ref)
);

-- What others may read about a person, and the visiting card they show when they choose to.
create table personal_profile (
    account text not null primary key,
    profile text not null,
    card text not null,
    at bigint not null
);

-- What somebody agreed to: the text in its version, for whom, which fields, until when.
create table personal_consent (
    id text not null primary key,
    account text not null,
    kind text not null,
    version text not null,
    holder text not null,
    fields text not null,
    given_at bigint not null,
    until_at bigint,
    withdrawn_at bigint
);
create index personal_consent_account on personal_consent (account, given_at);

-- The address of a person's own calendar feed; a new one replaces it.
create table personal_calendar (
    account text not null primary key,
    secret text not null unique,
    at bigint not null
);

-- Who left: an id alone, so that a holder that was away can do its part later.
create table personal_erased (
    account text not null primary key,
    at bigint not null,
    done_at bigint
);
