create table contest_contest (
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

create index contest_contest_order on contest_contest (synthetic, sort, id);
