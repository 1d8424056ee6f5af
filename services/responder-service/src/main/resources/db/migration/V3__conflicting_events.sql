-- A device that gives one number to different facts breaks the contract: one of them counts, and the others are kept
-- here, to be looked at and counted.
create table conflicting_event (
    device      text collate "C" not null,
    boot        bigint not null,
    seq         bigint not null,
    fact        text not null,
    received_at timestamptz not null,
    document    text not null,
    primary key (device, boot, seq, fact)
);
comment on table conflicting_event is
    'Join: each fact of a number that kept_event has another fact of, at its first receipt.';
comment on column conflicting_event.fact is 'SHA-256 of what was sent, in one spelling and without its receipt.';
