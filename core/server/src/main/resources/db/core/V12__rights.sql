-- Who holds which role where. The scope is a path, empty for the whole expo.
create table identity_grant (
    id text not null primary key,
    subject text not null,
    role text not null,
    scope text not null,
    until_at bigint,
    granted_by text not null,
    granted_at bigint not null,
    unique (subject, role, scope)
);

create index identity_grant_role on identity_grant (role, granted_at);

-- Roles of everybody whose traits fit: one line for each condition, its alternatives apart by spaces.
create table identity_trait (
    id text not null primary key,
    expression text not null,
    role text not null,
    scope text not null,
    until_at bigint,
    granted_by text not null,
    granted_at bigint not null,
    unique (expression, role, scope)
);

-- Roles that people ask for, until somebody else decides.
create table identity_wish (
    id text not null primary key,
    subject text not null,
    role text not null,
    scope text not null,
    note text not null,
    wished_at bigint not null,
    state text not null check (state in ('waiting', 'granted', 'refused')),
    decided_by text,
    decided_at bigint
);

create index identity_wish_state on identity_wish (state, wished_at);
create index identity_wish_subject on identity_wish (subject, wished_at);

-- Tokens of machines: the digest, never the token.
create table identity_token (
    id text not null primary key,
    digest text not null unique,
    issuer text not null,
    name text not null,
    permissions text not null,
    scope text not null,
    until_at bigint not null,
    issued_at bigint not null,
    revoked_at bigint
);

create index identity_token_issuer on identity_token (issuer, issued_at);

-- What caps the rights of somebody, from when to when, and what became of their appeal.
create table identity_sanction (
    id text not null primary key,
    subject text not null,
    kind text not null check (kind in ('warning', 'timeout', 'silence', 'ban')),
    scope text not null,
    reason text not null,
    imposed_by text not null,
    imposed_at bigint not null,
    until_at bigint not null,
    state text not null check (state in ('active', 'appealed', 'upheld', 'lifted')),
    appeal text,
    appealed_at bigint,
    decided_by text,
    decided_at bigint,
    decision text
);

create index identity_sanction_subject on identity_sanction (subject, imposed_at);
create index identity_sanction_at on identity_sanction (imposed_at);
create index identity_sanction_state on identity_sanction (state, appealed_at);
