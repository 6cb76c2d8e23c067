-- What a room shows from where; a room without a row for its main site shows what its spec says.
create table live_site (
    room text not null,
    site text not null check (site in ('main', 'second')),
    kind text not null check (kind in ('card', 'encoder', 'elsewhere', 'none')),
    label_zh text not null,
    label_en text not null,
    address text,
    key_hash text,
    key_end text,
    key_at bigint,
    primary key (room, site)
);

-- One rendition of what an encoder sends; its playlist says no more than the pieces below.
create table live_track (
    room text not null,
    site text not null,
    track text not null,
    init text,
    init_hash text,
    bandwidth bigint not null default 0,
    resolution text,
    codecs text,
    primary key (room, site, track)
);

-- A piece is kept when it came whole (n), and shown from the moment the encoder's playlist names it (place).
create table live_piece (
    room text not null,
    site text not null,
    track text not null,
    n bigint not null,
    name text not null,
    file text not null,
    size bigint not null,
    at bigint not null,
    init text,
    place bigint,
    sequence bigint,
    shown_at bigint,
    duration_ms bigint not null default 0,
    broken integer not null default 0,
    breaks bigint not null default 0,
    primary key (room, site, track, n)
);

create index live_piece_place on live_piece (room, site, track, place);
create index live_piece_at on live_piece (at);

-- What is said, in a language, at a media time.
create table live_cue (
    id text not null primary key,
    room text not null,
    language text not null,
    from_ms bigint not null,
    to_ms bigint not null,
    text text not null,
    at bigint not null
);

create index live_cue_time on live_cue (room, language, from_ms);

-- Parts of the session that were named while it ran or after it, besides those of its spec.
create table live_chapter (
    id text not null primary key,
    room text not null,
    at_ms bigint not null,
    title_zh text not null,
    title_en text not null
);

create index live_chapter_time on live_chapter (room, at_ms);
