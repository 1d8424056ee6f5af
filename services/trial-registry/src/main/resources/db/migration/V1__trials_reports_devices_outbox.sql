-- Text keys compare by bytes, so that pages keep one order whatever the locale of the server.
create extension if not exists btree_gist;

-- The latest version of each trial document.
create table trial (
    trial       text collate "C" primary key,
    version     bigint      not null check (version >= 1),
    clinic      text collate "C" not null,
    state       text        not null,
    document    text        not null,
    recorded_at timestamptz not null
);
create index trial_by_state on trial (state, trial);
create index trial_by_clinic on trial (clinic, trial);

-- Every version, by whom and when. The key is also the last guard against two writers of one version.
create table trial_version (
    trial       text collate "C" not null,
    version     bigint      not null,
    document    text        not null,
    recorded_at timestamptz not null,
    recorded_by text,
    primary key (trial, version)
);

-- Who wears which device when, taken from the latest documents.
create table assignment (
    trial  text collate "C" not null references trial (trial),
    device text collate "C" not null,
    worn   tstzrange not null check (not isempty(worn)),
    constraint device_worn_in_one_trial_at_a_time
        exclude using gist (device with =, worn with &&, trial with <>)
);
create index assignment_by_trial on assignment (trial);

-- Every revision of every report. A report may precede its trial, so there is no foreign key.
create table report_revision (
    trial       text collate "C" not null,
    report      text collate "C" not null,
    revision    bigint      not null check (revision >= 1),
    kind        text        not null,
    content     text        not null,
    document    text        not null,
    recorded_at timestamptz not null,
    primary key (trial, report, revision)
);
comment on column report_revision.content is 'What was stated, in canonical JSON: equal text means equal content.';

create table device (
    device            text collate "C" primary key,
    version           bigint      not null check (version >= 1),
    salt              text        not null,
    secret_hash       text        not null,
    registered_at     timestamptz not null,
    secret_changed_at timestamptz not null
);

-- What is committed and not yet acknowledged by Kafka. Rows go when Kafka has them: there is no watermark to outrun
-- a transaction that took its id early and committed late.
create table outbox (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    key         text        not null,
    value       text        not null,
    event_id    text        not null,
    event_type  text        not null,
    source      text        not null,
    occurred_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

create function outbox_notify() returns trigger language plpgsql as $$
begin
    notify dorsal_outbox;
    return null;
end $$;

-- Delivered at commit, once per transaction.
create trigger outbox_wakes_publisher after insert on outbox
    for each statement execute function outbox_notify();
