package io.dorsal.coverage.store;

import io.dorsal.coverage.core.Urgency;
import io.dorsal.coverage.store.Judged.Ruling;
import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Documents;
import io.dorsal.merge.store.OutboxTable.Letter;
import io.dorsal.merge.store.Rows;
import io.dorsal.model.CloudEvent;
import io.dorsal.model.FactDigest;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.NoCoverageResult;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The latest determination of each trial under its own policy. */
@ApplicationScoped
public class Determinations {
    private static final String EVENT_TYPE = "io.dorsal.coverage-determination.v1";
    private static final String WITHDRAWN_TYPE = "io.dorsal.coverage-determination-withdrawn.v1";

    /** A determination and its bytes. */
    private record Written(Ruling ruling, String document) {
        static Written of(Ruling ruling) {
            byte[] bytes = CoverageDeterminationCodec.stored(ruling.determination());
            return new Written(ruling, new String(bytes, StandardCharsets.UTF_8));
        }

        CoverageDetermination determination() {
            return ruling.determination();
        }
    }

    /**
     * Stores the determinations whose bytes are new, and says which records tell of them. Where a trial has changed or
     * dropped its policy, the record under the former one is withdrawn, or it would stand there for ever.
     */
    public List<Letter> save(Connection connection, List<Judged> judged) throws SQLException {
        List<Letter> letters = new ArrayList<>(withdrawn(connection, judged));
        Columns.of(judged.stream().filter(each -> each.ruling() == null).toList())
                .text(each -> each.trial().value())
                .update(connection, "delete from determination where trial = any(?)");
        List<Written> written = judged.stream()
                .map(Judged::ruling)
                .filter(Objects::nonNull)
                .map(Written::of)
                .toList();
        Set<String> changed = Set.copyOf(put(connection, written));
        written.stream()
                .filter(each -> changed.contains(each.determination().trialId().value()))
                .map(Determinations::letter)
                .forEach(letters::add);
        return letters;
    }

    private static List<Letter> withdrawn(Connection connection, List<Judged> judged) throws SQLException {
        return Columns.of(judged)
                .text(each -> each.trial().value())
                .text(each -> each.ruling() == null
                        ? null
                        : each.ruling().determination().policy())
                .query(connection, """
                        select trial, known.policy, (known.document::json ->> 'asOf')::timestamptz as as_of
                        from unnest(?, ?) as judged (trial, policy) join determination as known using (trial)
                        where known.policy is distinct from judged.policy""", Determinations::withdrawal);
    }

    private static Letter withdrawal(ResultSet row) throws SQLException {
        String trial = row.getString("trial");
        String key = CoverageDetermination.key(new TrialId(trial), row.getString("policy"));
        Instant asOf = Rows.instant(row, "as_of");
        CloudEvent cloudEvent =
                new CloudEvent(key + "/withdrawn/" + asOf, WITHDRAWN_TYPE, "/api/coverage/" + trial, asOf, key);
        return new Letter(Topics.COVERAGE_DETERMINATIONS.name(), key, key, null, cloudEvent, null, null);
    }

    private static List<String> put(Connection connection, List<Written> written) throws SQLException {
        return Columns.of(written)
                .text(each -> each.determination().trialId().value())
                .text(each -> each.ruling().clinic().value())
                .text(each -> each.determination().policy())
                .flag(each -> isListed(each.determination()))
                .text(Determinations::untils)
                .integer(each -> each.ruling().urgency().rank())
                .text(Written::document)
                .texts(connection, """
                        insert into determination as known (trial, clinic, policy, open, untils, afterwards, document)
                        select trial, clinic, policy, open, untils::timestamptz[], afterwards, document
                        from unnest(?, ?, ?, ?, ?, ?, ?)
                            as judged (trial, clinic, policy, open, untils, afterwards, document)
                        on conflict (trial) do update
                        set clinic = excluded.clinic, policy = excluded.policy, open = excluded.open, untils = excluded.untils,
                            afterwards = excluded.afterwards, document = excluded.document
                        where (known.document, known.clinic) <> (excluded.document, excluded.clinic)
                        returning trial""");
    }

    // While the lead is not placed, the date of the newest evidence stands for the date of service, and no version may
    // have been in force that long ago: who reads the worklist judges by today.
    private static boolean isListed(CoverageDetermination determination) {
        return Urgency.isOpen(determination) || determination.reason() == NoCoverageResult.NONE_IN_FORCE;
    }

    private static String untils(Written written) {
        return written.ruling().urgency().untils().stream()
                .map(Object::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Letter letter(Written written) {
        CoverageDetermination determination = written.determination();
        String key = determination.key();
        byte[] value = Documents.bytes(written.document());
        CloudEvent cloudEvent = new CloudEvent(
                key + "/" + FactDigest.sha256(value),
                EVENT_TYPE,
                "/api/coverage/" + determination.trialId(),
                determination.asOf(),
                key);
        return new Letter(Topics.COVERAGE_DETERMINATIONS.name(), key, key, value, cloudEvent, null, null);
    }
}
