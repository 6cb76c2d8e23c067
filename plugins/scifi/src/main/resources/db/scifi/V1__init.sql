create table scifi_exhibit (
    id text not null primary key,
    edition text not null,
    category text not null,
    sort text not null,
    name_zh text not null,
    name_en text not null,
    synthetic integer not null,
    record text not null,
    version bigint not null,
    changed_at bigint not null
);

create index scifi_exhibit_order on scifi_exhibit (synthetic, sort, id);
