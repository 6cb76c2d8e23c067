-- The law of each document by the day it is in force and the moment the house learned of it.
create table policy_version (
  policy text not null, number integer not null,
  law_from text not null, law_to text not null, law_assumed integer not null,
  known_from bigint not null, law text not null,
  primary key (policy, number)
);

-- A rule's id belongs to one document for good.
create table policy_rule (id text primary key, policy text not null);
create index policy_rule_policy on policy_rule (policy);
