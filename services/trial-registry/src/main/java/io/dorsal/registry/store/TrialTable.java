package io.dorsal.registry.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.registry.core.Message;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.Precondition;
import io.dorsal.registry.core.TrialDecision;
import io.dorsal.registry.core.TrialFilter;
import io.dorsal.registry.core.TrialVersion;
import io.dorsal.registry.core.Trials;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Trials in PostgreSQL. */
@ApplicationScoped
class TrialTable implements Trials, PanacheRepositoryBase<TrialRow, String> {
    private final Locks locks;
    private final AssignmentTable assignments;
    private final TrialVersionTable versions;
    private final OutboxTable outbox;

    TrialTable(Locks locks, AssignmentTable assignments, TrialVersionTable versions, OutboxTable outbox) {
        this.locks = locks;
        this.assignments = assignments;
        this.versions = versions;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public TrialDecision put(
            Trial proposed, Precondition precondition, Instant recordedAt, @Nullable String recordedBy) {
        locks.trial(proposed.trial());
        TrialRow row = findById(proposed.trial().value());
        Trial current = row == null ? null : document(row.document);
        locks.devices(devicesOf(current, proposed));
        TrialDecision decision =
                TrialDecision.decide(current, proposed, precondition, assignments.conflictsOf(proposed));
        switch (decision) {
            case TrialDecision.Create create -> {
                TrialRow created = new TrialRow();
                hold(created, create.trial(), recordedAt);
                persist(created);
                keep(create.trial(), recordedAt, recordedBy);
            }
            case TrialDecision.Replace replace -> {
                hold(row, replace.trial(), recordedAt);
                keep(replace.trial(), recordedAt, recordedBy);
            }
            case TrialDecision.Unchanged ignored -> {}
            case TrialDecision.LostRace ignored -> {}
            case TrialDecision.PreconditionRequired ignored -> {}
            case TrialDecision.DeviceElsewhere ignored -> {}
        }
        return decision;
    }

    @Override
    @Transactional
    public Optional<Trial> find(TrialId trial) {
        return findByIdOptional(trial.value()).map(row -> document(row.document));
    }

    @Override
    @Transactional
    public Page<Trial> list(TrialFilter filter, @Nullable TrialId after, int limit) {
        Map<String, Object> wanted = new HashMap<>();
        StringBuilder where = new StringBuilder("trial > :after");
        wanted.put("after", after == null ? "" : after.value());
        if (filter.state() != null) {
            where.append(" and state = :state");
            wanted.put("state", filter.state().word());
        }
        if (filter.clinic() != null) {
            where.append(" and clinic = :clinic");
            wanted.put("clinic", filter.clinic().value());
        }
        List<TrialRow> rows =
                find(where + " order by trial", wanted).range(0, limit).list();
        return Page.of(rows.stream().map(row -> document(row.document)).toList(), limit);
    }

    @Override
    @Transactional
    public Page<TrialVersion> history(TrialId trial, long after, int limit) {
        List<TrialVersionRow> rows = versions.find(
                        "key.trial = :trial and key.version > :after order by key.version",
                        Parameters.with("trial", trial.value()).and("after", after))
                .range(0, limit)
                .list();
        return Page.of(
                rows.stream()
                        .map(row -> new TrialVersion(document(row.document), row.recordedAt, row.recordedBy))
                        .toList(),
                limit);
    }

    private void keep(Trial trial, Instant recordedAt, @Nullable String recordedBy) {
        versions.persist(TrialVersionRow.of(trial, recordedAt, recordedBy));
        // Assignments refer to the trial, so its row must be there first.
        flush();
        assignments.replace(trial);
        outbox.add(List.of(Message.of(trial, recordedAt)));
    }

    private static void hold(TrialRow row, Trial trial, Instant recordedAt) {
        row.trial = trial.trial().value();
        row.version = trial.version();
        row.clinic = trial.clinic().value();
        row.state = trial.state().word();
        row.document = new String(TrialCodec.stored(trial), StandardCharsets.UTF_8);
        row.recordedAt = recordedAt;
    }

    private static List<DeviceId> devicesOf(@Nullable Trial current, Trial proposed) {
        Stream<Assignment> before = current == null ? Stream.empty() : current.devices().stream();
        return Stream.concat(before, proposed.devices().stream())
                .map(Assignment::device)
                .toList();
    }

    private static Trial document(String stored) {
        return TrialCodec.parseStored(stored.getBytes(StandardCharsets.UTF_8));
    }
}
