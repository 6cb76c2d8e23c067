-- Lists of people that were invited at once. A row names the account and what came of it, never what the table said.
create table identity_roster (
    id text not null primary key,
    at bigint not null,
    made_by text not null,
    undone_at bigint
);

create table identity_roster_row (
    roster text not null,
    line integer not null,
    account text,
    grant_id text,
    outcome text not null,
    primary key (roster, line)
);
create index identity_roster_row_account on identity_roster_row (account);
