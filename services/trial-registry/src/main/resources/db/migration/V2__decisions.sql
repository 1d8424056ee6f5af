-- What clinicians and payers decided. Rows are never changed; a correction is another row that names the one before.
create table decision (
    trial       text collate "C" not null references trial (trial),
    decision    text collate "C" not null,
    kind        text        not null,
    document    text        not null,
    recorded_at timestamptz not null,
    primary key (trial, decision)
);
