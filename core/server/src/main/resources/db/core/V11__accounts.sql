-- People with an account. email_key is what two spellings of one address share; an erased account gives it back.
create table identity_account (
    id text not null primary key,
    email text not null,
    email_key text not null,
    name text not null,
    language text not null,
    state text not null,
    confirmed integer not null default 0,
    secret text,
    person text,
    since bigint not null
);
create unique index identity_account_email on identity_account (email_key);

-- What a one-time link opens, by the digest of its secret: an account, or a sign-up that waits for its letter.
create table identity_link (
    digest text not null primary key,
    kind text not null,
    account text,
    email text,
    name text,
    language text,
    secret text,
    until_at bigint not null
);
create index identity_link_until on identity_link (until_at);
create index identity_link_account on identity_link (account);

-- Letters that no mail took: the organiser hands them over. path is sealed with a key outside the database.
create table identity_letter (
    id text not null primary key,
    kind text not null,
    email text not null,
    email_key text not null,
    language text not null,
    path text not null,
    at bigint not null,
    until_at bigint not null
);
create index identity_letter_until on identity_letter (until_at);

-- Accounts at other providers that sign in here.
create table identity_foreign (
    issuer text not null,
    subject text not null,
    account text not null,
    at bigint not null,
    primary key (issuer, subject)
);
create index identity_foreign_account on identity_foreign (account);

-- A session says which browser it is, has a name its owner may end it by, and its own patience.
alter table identity_session add column id text not null default '';
alter table identity_session add column label text not null default '';
alter table identity_session add column idle_ms bigint not null default 7200000;
create index identity_session_subject on identity_session (subject);
