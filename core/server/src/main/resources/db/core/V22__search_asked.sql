-- What was asked, by the hour (epoch hours) and for a week: no account, no address.
create table search_asked(
  hour bigint not null,
  folded text not null,
  hits bigint not null,
  asked bigint not null,
  primary key (hour, folded)
);
