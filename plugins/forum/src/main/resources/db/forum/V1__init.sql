create table forum_session (
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

create index forum_session_order on forum_session (synthetic, sort, id);
create index forum_session_edition on forum_session (edition);

create table forum_initiative (
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

create index forum_initiative_order on forum_initiative (synthetic, sort, id);
