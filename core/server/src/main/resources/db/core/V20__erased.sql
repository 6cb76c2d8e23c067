-- Which holder has erased what it kept of whom: one that was away is asked when it is back.
create table personal_erased_by (
    account text not null,
    holder text not null,
    at bigint not null,
    primary key (account, holder)
);
