-- Records whole as JSON, beside the columns that lists need.
create table trading_offer (
  id text primary key, edition text not null, category text not null, sort text not null,
  name_zh text not null, name_en text not null, synthetic integer not null,
  record text not null, version bigint not null, changed_at bigint not null
);
create index trading_offer_order on trading_offer (synthetic, sort, id);

create table trading_demand (
  id text primary key, edition text not null, category text not null, sort text not null,
  name_zh text not null, name_en text not null, synthetic integer not null,
  record text not null, version bigint not null, changed_at bigint not null
);
create index trading_demand_order on trading_demand (synthetic, sort, id);

create table trading_deal (
  id text primary key, edition text not null, category text not null, sort text not null,
  name_zh text not null, name_en text not null, synthetic integer not null,
  record text not null, version bigint not null, changed_at bigint not null
);
create index trading_deal_order on trading_deal (synthetic, sort, id);

create table trading_agency (
  id text primary key, edition text not null, category text not null, sort text not null,
  name_zh text not null, name_en text not null, synthetic integer not null,
  record text not null, version bigint not null, changed_at bigint not null
);
create index trading_agency_order on trading_agency (synthetic, sort, id);

