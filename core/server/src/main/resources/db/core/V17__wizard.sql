-- The one profile of the expo; its name, colours and logo stand on every page.
create table brand_profile (
    id text not null primary key,
    body text not null,
    version bigint not null,
    changed_at bigint not null
);

-- Files that were a logo at some time: served to everybody for ever under their own hash.
create table brand_image (
    sha256 text not null primary key,
    size bigint not null,
    type text not null,
    width integer not null,
    height integer not null
);

-- How far the set-up of the expo has got.
create table brand_setup (
    id text not null primary key,
    body text not null,
    changed_at bigint not null
);

-- Tables that were uploaded and wait for their import; they are forgotten after it, or after a day.
create table imports_sheet (
    id text not null primary key,
    at bigint not null,
    name text not null,
    charset text not null,
    body text not null
);
