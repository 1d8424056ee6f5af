-- What /fhir serves of released packets: the FHIR document of each, cut into its resources. Ids are made of the content,
-- so the same resource may stand in several packets.
create table fhir_resource (
    packet      text collate "C" not null references packet_release (packet),
    position    integer not null,
    type        text collate "C" not null,
    id          text collate "C" not null,
    patient     text collate "C",
    trial       text collate "C" not null,
    codes       text[] not null,
    identifiers text[] not null,
    starts_at   timestamptz,
    ends_at     timestamptz,
    resource    text not null,
    primary key (packet, position)
);
create index fhir_resource_by_id on fhir_resource (type, id);
create index fhir_resource_by_trial on fhir_resource (trial, type);

create trigger fhir_resource_stays before update or delete or truncate on fhir_resource
    for each statement execute function refuse_change();

-- Of each trial and policy the latest packet that was released: what a search answers from.
create view fhir_current as
    select distinct on (packet.trial, packet.policy) packet.id as packet
    from packet join packet_release on packet_release.packet = packet.id
    order by packet.trial, packet.policy, packet.number desc;
