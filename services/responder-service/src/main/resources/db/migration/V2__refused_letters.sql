-- A letter that Kafka will never take as it is must not stand in the way of the others, nor be lost.
alter table outbox
    add column put_at timestamptz not null default now(),
    add column refused text;
comment on column outbox.put_at is 'Since when the slot waits, whatever has replaced its letter since.';
comment on column outbox.refused is 'Why Kafka refused it for good; set to null to have it sent again.';
drop index outbox_by_id;
create index outbox_waiting on outbox (id) where refused is null;
