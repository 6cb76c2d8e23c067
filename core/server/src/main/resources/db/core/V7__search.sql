-- Groups of words that mean the same, as organisers keep them.
create table search_glossary(
  id text not null primary key,
  note text not null,
  version bigint not null,
  changed_by text not null,
  changed_at bigint not null
);

-- A form belongs to one group; form_key is how it is compared.
create table search_glossary_form(
  form_key text not null primary key,
  glossary_id text not null references search_glossary(id) on delete cascade,
  n integer not null,
  form text not null
);
create index search_glossary_form_group on search_glossary_form(glossary_id, n);

-- What was asked without an exact answer: no account, no address.
create table search_miss(
  day text not null,
  folded text not null,
  stage text not null,
  hits bigint not null,
  asked bigint not null,
  primary key (day, folded, stage)
);

-- Objects whose source failed and is asked again.
create table search_retry(
  object text not null primary key,
  attempts integer not null,
  next_at bigint not null,
  reason text not null
);
create index search_retry_next on search_retry(next_at);
