-- Whoever keeps standings in memory asks for those written since it last did. By the transaction, since clocks and
-- sequences run ahead of commits: what a snapshot does not show was written by a transaction not older than its xmin.
alter table standing add column written xid8 not null default pg_current_xact_id();
comment on column standing.written is 'The transaction that wrote the row last.';
create index standing_by_written on standing (written);
-- Figures are of memory now.
drop index standing_by_clinic;
