-- Records whole as JSON, beside the columns that lists need.
create table insight_index (
  id text primary key, edition text not null, category text not null, sort text not null,
  name_zh text not null, name_en text not null, synthetic integer not null,
  record text not null, version bigint not null, changed_at bigint not null
);
create index insight_index_order on insight_index (synthetic, sort, id);
