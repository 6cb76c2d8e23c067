-- What a person should know, in both languages.
create table notify_item (
    id text not null primary key,
    account text not null,
    kind text not null,
    about text not null,
    zh text not null,
    en text not null,
    at bigint not null,
    read_at bigint
);
create index notify_item_account on notify_item (account, id);
create index notify_item_unread on notify_item (account, read_at);

-- What a person wants by mail, and the secret that lets them say no without signing in.
create table notify_wish (
    account text not null primary key,
    digest integer not null default 0,
    kinds text not null default '',
    secret text not null unique,
    digest_at bigint not null default 0
);

-- Mail on its way. What was sent leaves a row without words; what could not be sent stays for the organiser.
create table notify_mail (
    id text not null primary key,
    account text,
    recipient text not null,
    kind text not null,
    subject text not null,
    plain text not null,
    html text not null,
    unsubscribe text not null default '',
    state text not null check (state in ('queued', 'sent', 'dead')),
    attempts integer not null default 0,
    error text not null default '',
    at bigint not null,
    changed_at bigint not null,
    until_at bigint
);
create index notify_mail_state on notify_mail (state, changed_at);
create index notify_mail_account on notify_mail (account);
create index notify_mail_recipient on notify_mail (recipient);
