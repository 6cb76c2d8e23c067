create table statistics_metric (
    owner text not null,
    name text not null,
    title_zh text not null,
    title_en text not null,
    primary key (owner, name)
);

create table statistics_count (
    owner text not null,
    metric text not null,
    ref text not null,
    total bigint not null,
    uniques bigint not null,
    primary key (owner, metric, ref)
);

-- Who was counted on which day, as a keyed hash whose key is thrown away with the day.
create table statistics_visitor (
    day text not null,
    visitor text not null,
    primary key (day, visitor)
);

create table statistics_salt (
    day text not null primary key,
    salt text not null
);
