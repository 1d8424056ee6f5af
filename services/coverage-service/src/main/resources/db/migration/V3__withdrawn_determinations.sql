-- A trial can change its policy: what it said under the former one is withdrawn by a record without a value.
alter table determination add column policy text collate "C";
update determination set policy = document::json ->> 'policy';
alter table determination alter column policy set not null;
comment on column determination.policy is 'As in the document; with the trial, the key of its record.';
alter table outbox alter column value drop not null;
comment on column outbox.value is 'Null withdraws what the key said.';
