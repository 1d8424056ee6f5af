-- What clinicians and payers decided. A decision may precede its trial, so there is no foreign key.
create table decision (
    trial    text collate "C" not null,
    decision text collate "C" not null,
    document text collate "C" not null,
    primary key (trial, decision)
);
comment on table decision is 'Join: a decision never changes; were there two of one id, the lesser document stays.';

-- What each trial adds to the figures of its clinic: narrow, since figures read every row of a clinic.
create table standing (
    trial            text collate "C" primary key,
    clinic           text collate "C" not null,
    subject          text not null,
    therapy          text not null,
    waveform         text not null,
    indication       text,
    payer            text,
    placed_on        date,
    placed_at        timestamptz,
    removed_at       timestamptz,
    outcome          text,
    diary_have       bigint not null,
    diary_due        bigint not null,
    device_have      bigint not null,
    device_due       bigint not null,
    papers           text,
    opioids          text not null,
    choice           text,
    days_to_decision int,
    answers          text
);
comment on table standing is 'Written with the determination, from the same facts and what was decided.';
comment on column standing.placed_on is 'The date of lead placement in the trial''s own zone.';
comment on column standing.answers is 'Those of the payer, as JSON; null without one.';
create index standing_by_clinic on standing (clinic);

-- Read again from the first offset, so that every known trial gets its standing: merging leaves no trace.
delete from position;
