-- Issued evidence packets, byte for byte, for ever. No merge touches them: they are not computed again but kept.
create table packet (
    id               text collate "C" primary key,
    trial            text collate "C" not null,
    number           bigint not null,
    clinic           text collate "C" not null,
    payer            text collate "C" not null,
    policy           text collate "C" not null,
    version          text not null,
    result           text not null,
    as_of            timestamptz not null,
    issued_at        timestamptz not null,
    amends           text collate "C" unique references packet (id),
    why              text,
    manifest_sha256  text not null,
    fact_digest      text not null,
    all_facts_digest text not null,
    key              text not null,
    file_sha256      text not null,
    file             bytea not null,
    unique (trial, number),
    check ((amends is null) = (why is null))
);
comment on column packet.amends is 'The packet that this one takes the place of; each is replaced once, so that there is one latest.';
comment on column packet.fact_digest is 'Of the enclosed facts: in the packet itself.';
comment on column packet.all_facts_digest is 'Of all facts of the trial at the time: on the screen of who issued it.';
create index packet_by_trial_and_policy on packet (trial, policy, number);
-- A PDF is compressed already.
alter table packet alter column file set storage external;

-- Handed to the payer of the trial.
create table packet_release (
    packet      text collate "C" primary key references packet (id),
    payer       text collate "C" not null,
    released_at timestamptz not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'A row of % is never changed nor removed: issue an amendment instead.', tg_table_name
        using errcode = 'restrict_violation';
end
$$;
create trigger packet_stays before update or delete or truncate on packet
    for each statement execute function refuse_change();
create trigger packet_release_stays before update or delete or truncate on packet_release
    for each statement execute function refuse_change();
