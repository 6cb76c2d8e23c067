create table identity_session (
  digest varchar(64) primary key,
  subject varchar(180) not null,
  opened_at bigint not null,
  seen_at bigint not null,
  until_at bigint not null
);
create index identity_session_until on identity_session (until_at);
