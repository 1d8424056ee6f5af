-- The worklist's two parts, each in the order in which it is read: few trials have an instant ahead, and of the many
-- others a page reads no more than it shows. See docs/benchmarks.md for the plan.
create index determination_timed on determination ((untils[cardinality(untils)])) where open;
create index determination_ranked on determination (afterwards, trial) where open;
create index determination_of_clinic_ranked on determination (clinic, afterwards, trial) where open;
drop index determination_open_by_clinic;
