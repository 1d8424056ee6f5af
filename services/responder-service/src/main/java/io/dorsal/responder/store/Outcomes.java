package io.dorsal.responder.store;

import io.dorsal.model.ClinicId;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest outcome of each trial. */
@ApplicationScoped
public class Outcomes {
    private final Transactions transactions;

    public Outcomes(Transactions transactions) {
        this.transactions = transactions;
    }

    /** In order of trial id, those after {@code after}; of one clinic, or of all when it is null. */
    public List<Outcome> page(@Nullable ClinicId clinic, @Nullable TrialId after, int sizeMax) {
        return transactions.read(connection -> {
            try (var statement = connection.prepareStatement("""
                    select trial, clinic, fact_digest, as_of, document from outcome
                    where trial > ? and (?::text is null or clinic = ?::text) order by trial limit ?""")) {
                statement.setString(1, after == null ? "" : after.value());
                statement.setString(2, clinic == null ? null : clinic.value());
                statement.setString(3, clinic == null ? null : clinic.value());
                statement.setInt(4, sizeMax);
                return Rows.read(
                        statement,
                        row -> new Outcome(
                                new TrialId(row.getString("trial")),
                                new ClinicId(row.getString("clinic")),
                                row.getString("fact_digest"),
                                Rows.instant(row, "as_of"),
                                row.getString("document")));
            }
        });
    }

    /** Stores the outcomes whose bytes are new, and puts those into the outbox. */
    static void save(Connection connection, List<Outcome> outcomes) throws SQLException {
        Set<String> changed = Set.copyOf(Columns.of(outcomes)
                .text(outcome -> outcome.trial().value())
                .text(outcome -> outcome.clinic().value())
                .text(Outcome::factDigest)
                .instant(Outcome::asOf)
                .text(Outcome::document)
                .texts(connection, """
                        insert into outcome as known (trial, clinic, fact_digest, as_of, document)
                        select * from unnest(?, ?, ?, ?, ?)
                        on conflict (trial) do update
                        set clinic = excluded.clinic, fact_digest = excluded.fact_digest,
                            as_of = excluded.as_of, document = excluded.document
                        where known.document <> excluded.document
                        returning trial"""));
        OutboxTable.put(
                connection,
                outcomes.stream()
                        .filter(outcome -> changed.contains(outcome.trial().value()))
                        .map(outcome -> new OutboxTable.Letter(
                                Topics.RESPONDER_OUTCOMES.name(),
                                outcome.trial().value(),
                                outcome.trial().value(),
                                Documents.bytes(outcome.document()),
                                outcome.cloudEvent(),
                                null,
                                null))
                        .toList());
    }
}
