package io.dorsal.merge.store;

import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.model.ClinicId;
import io.dorsal.model.CloudEvent;
import io.dorsal.model.Topic;
import io.dorsal.model.TrialId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The latest outcome of each trial; a service produces it as a bean. */
public class Outcomes {
    private final Transactions transactions;
    private final Channel channel;

    /**
     * How outcomes are known outside.
     *
     * @param eventType the CloudEvents type of their records
     * @param path where each is found over HTTP, without the trial's id
     */
    public record Channel(Topic topic, String eventType, String path) {}

    public Outcomes(Transactions transactions, Channel channel) {
        this.transactions = transactions;
        this.channel = channel;
    }

    /**
     * Documents in order of trial id, those after {@code after}; of one clinic, or of all when it is null.
     *
     * @param fields the first-level fields that are wanted; a whole document is many times as long
     */
    public List<String> page(
            @Nullable ClinicId clinic, @Nullable TrialId after, int sizeMax, Collection<String> fields) {
        // Two statements: with one that says "or", neither index would serve both.
        String sql = """
                select (select json_object_agg(key, value order by place)
                    from json_each(document::json) with ordinality as field (key, value, place)
                    where key = any (?))
                from (select trial, document from outcome where %s trial > ? order by trial limit ?) as page
                order by trial""".formatted(clinic == null ? "" : "clinic = ? and");
        return transactions.read(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                int next = 1;
                statement.setArray(next++, connection.createArrayOf("text", fields.toArray()));
                if (clinic != null) {
                    statement.setString(next++, clinic.value());
                }
                statement.setString(next++, after == null ? "" : after.value());
                statement.setInt(next, sizeMax);
                return Rows.read(statement, row -> row.getString(1));
            }
        });
    }

    /** Stores the outcomes whose bytes are new, and says which records tell of them. */
    public List<Letter> save(Connection connection, List<Outcome> outcomes) throws SQLException {
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
        return outcomes.stream()
                .filter(outcome -> changed.contains(outcome.trial().value()))
                .map(this::letter)
                .toList();
    }

    private Letter letter(Outcome outcome) {
        String trial = outcome.trial().value();
        CloudEvent cloudEvent = new CloudEvent(
                trial + "/" + outcome.factDigest(), channel.eventType(), channel.path() + trial, outcome.asOf(), trial);
        byte[] value = Documents.bytes(outcome.document());
        return new Letter(channel.topic().name(), trial, trial, value, cloudEvent, null, null);
    }
}
