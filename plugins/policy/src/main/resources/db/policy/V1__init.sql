-- Records whole as JSON, beside the columns that lists need.
create table policy_document (
  id text primary key, edition text not null, category text not null, sort text not null,
  name_zh text not null, name_en text not null, synthetic integer not null,
  record text not null, version bigint not null, changed_at bigint not null
);
create index policy_document_order on policy_document (synthetic, sort, id);

create table policy_programme (
  id text primary key, edition text not null, category text not null, sort text not null,
  name_zh text not null, name_en text not null, synthetic integer not null,
  record text not null, version bigint not null, changed_at bigint not null
);
create index policy_programme_order on policy_programme (synthetic, sort, id);
