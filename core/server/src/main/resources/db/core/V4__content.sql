create table content_link (
    from_ref text not null,
    to_ref text not null,
    relation text not null,
    created_at bigint not null,
    primary key (from_ref, relation, to_ref)
);

create index content_link_to on content_link (to_ref, relation);
