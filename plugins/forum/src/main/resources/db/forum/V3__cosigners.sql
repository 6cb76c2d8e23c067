create table forum_initiative_version (
    initiative text not null,
    number bigint not null,
    name_zh text not null,
    name_en text not null,
    summary_zh text not null,
    summary_en text not null,
    at bigint not null,
    primary key (initiative, number)
);

create table forum_cosign (
    initiative text not null,
    person text not null,
    name text not null,
    organisation text not null,
    version bigint not null,
    at bigint not null,
    primary key (initiative, person)
);
