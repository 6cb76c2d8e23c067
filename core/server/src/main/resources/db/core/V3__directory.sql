create table directory_source (
    id text not null primary key,
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

create table directory_field (
    id text not null primary key,
    ord bigint not null default 0,
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

-- What boards an edition may have: a name, the page that opens, and the plugin that runs it.
create table directory_board (
    id text not null primary key,
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

insert into directory_board (id, body, version, changed_at) values
    ('conference', '{"id":"conference","name":{"zh":"会议","en":"Forum"},"plugin":"forum","path":"/forum"}', 1, 0),
    ('exhibition', '{"id":"exhibition","name":{"zh":"展览展示","en":"Exhibition"},"plugin":"exhibition","path":"/halls"}', 1, 0),
    ('trading', '{"id":"trading","name":{"zh":"技术交易","en":"Technology trading"},"plugin":"trading","path":"/market"}', 1, 0),
    ('release', '{"id":"release","name":{"zh":"成果发布","en":"Achievements and policy"},"plugin":"policy","path":"/policy"}', 1, 0),
    ('contest', '{"id":"contest","name":{"zh":"前沿大赛","en":"Contests"},"plugin":"contest","path":"/contest"}', 1, 0),
    ('side-events', '{"id":"side-events","name":{"zh":"配套活动","en":"Side events"},"plugin":"scifi","path":"/scifi"}', 1, 0),
    ('insight', '{"id":"insight","name":{"zh":"指数发布","en":"Insights"},"plugin":"insight","path":"/insights"}', 1, 0),
    ('finance', '{"id":"finance","name":{"zh":"科技金融","en":"Finance"},"plugin":"finance","path":"/finance"}', 1, 0);

create table directory_edition (
    id text not null primary key,
    series text not null default '',
    year integer not null default 0,
    status text not null default '',
    earliest text not null default '',
    hosted_within text,
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

create table directory_organisation (
    id text not null primary key,
    synthetic integer not null default 0,
    names text not null default '',
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

create index directory_organisation_order on directory_organisation (synthetic, id);

create table directory_organisation_edition (
    organisation text not null,
    edition text not null,
    primary key (edition, organisation)
);

create table directory_organisation_role (
    organisation text not null,
    role text not null,
    primary key (role, organisation)
);

create table directory_person (
    id text not null primary key,
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

create table directory_person_edition (
    person text not null,
    edition text not null,
    primary key (person, edition)
);

-- Every name and alias in a form that can be compared; finds the same firm under a second id.
create table directory_name (
    type text not null,
    id text not null,
    name text not null,
    primary key (type, name, id)
);

create table directory_claim (
    id text not null primary key,
    ord bigint not null default 0,
    subject text not null default '',
    edition text not null default '',
    metric text not null default '',
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

create index directory_claim_subject on directory_claim (subject, ord);
create index directory_claim_edition on directory_claim (edition, ord);
create index directory_claim_metric on directory_claim (metric);
