package io.dorsal.registry.store;

import io.dorsal.model.DecisionId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Decision;
import io.dorsal.model.decision.DecisionKind;
import io.dorsal.model.wire.DecisionCodec;
import io.dorsal.registry.core.Decisions;
import io.dorsal.registry.core.Message;
import io.dorsal.registry.core.Page;
import io.dorsal.registry.core.Recording;
import io.dorsal.registry.core.Trials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decisions in PostgreSQL. */
@ApplicationScoped
class DecisionTable implements Decisions {
    private final Database database;
    private final Locks locks;
    private final Trials trials;
    private final OutboxTable outbox;

    DecisionTable(Database database, Locks locks, Trials trials, OutboxTable outbox) {
        this.database = database;
        this.locks = locks;
        this.trials = trials;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public Recording record(Decision stated) {
        locks.trial(stated.trial());
        Recording recording =
                Recording.decide(stated, trials.find(stated.trial()).orElse(null), kept(stated));
        if (recording instanceof Recording.Kept) {
            insert(stated);
            outbox.add(List.of(Message.of(stated)));
        }
        return recording;
    }

    @Override
    @Transactional
    public Page<Decision> list(TrialId trial, @Nullable DecisionKind kind, @Nullable DecisionId after, int limit) {
        String word = kind == null ? null : kind.word();
        Sql decisions = Sql.of("""
                select document from decision
                where trial = ? and decision > ? and (?::text is null or kind = ?) order by decision limit ?
                """, trial.value(), after == null ? "" : after.value(), word, word, limit + 1);
        return Page.of(database.list(decisions, DecisionTable::decision), limit);
    }

    private Map<DecisionId, Decision> kept(Decision stated) {
        String[] ids = Stream.of(stated.id(), stated.supersedes())
                .filter(Objects::nonNull)
                .map(DecisionId::value)
                .toArray(String[]::new);
        Sql kept = Sql.of(
                "select document from decision where trial = ? and decision = any (?)",
                stated.trial().value(),
                ids);
        return database.list(kept, DecisionTable::decision).stream()
                .collect(Collectors.toMap(Decision::id, Function.identity()));
    }

    private void insert(Decision decision) {
        database.update(Sql.of(
                "insert into decision (trial, decision, kind, document, recorded_at) values (?, ?, ?, ?, ?)",
                decision.trial().value(),
                decision.id().value(),
                decision.kind().word(),
                new String(DecisionCodec.stored(decision), StandardCharsets.UTF_8),
                decision.recordedAt()));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return DecisionCodec.parseStored(row.getString("document").getBytes(StandardCharsets.UTF_8));
    }
}
