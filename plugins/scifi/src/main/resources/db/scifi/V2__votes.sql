create table scifi_vote (
    exhibit text not null,
    visitor text not null,
    answer text not null,
    voted_at bigint not null,
    primary key (exhibit, visitor)
);

create index scifi_vote_answer on scifi_vote (exhibit, answer);
