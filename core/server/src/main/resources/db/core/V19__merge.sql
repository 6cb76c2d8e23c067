-- Accounts that turned out to be the same person as another. The key of a proved address leads letters to the one that stays.
create table identity_merged (
    account text not null primary key,
    into_account text not null,
    email_key text,
    at bigint not null
);
create index identity_merged_into on identity_merged (into_account);
create index identity_merged_email on identity_merged (email_key);
