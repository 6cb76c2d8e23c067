create table guestbook_entry(
  id text primary key,
  text text not null,
  at bigint not null
);
