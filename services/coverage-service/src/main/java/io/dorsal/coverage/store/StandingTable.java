package io.dorsal.coverage.store;

import io.dorsal.coverage.core.figures.Papers;
import io.dorsal.coverage.core.figures.Ratio;
import io.dorsal.coverage.core.figures.Standing;
import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Rows;
import io.dorsal.merge.store.Transactions;
import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.outcome.Status;
import io.dorsal.model.trial.Therapy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What each trial adds to figures. */
@ApplicationScoped
public class StandingTable {
    private static final Map<String, Therapy> THERAPIES =
            Arrays.stream(Therapy.values()).collect(Collectors.toMap(Therapy::word, Function.identity()));
    private static final Map<String, Status> STATUSES =
            Arrays.stream(Status.values()).collect(Collectors.toMap(Status::word, Function.identity()));

    private final Transactions transactions;

    /**
     * What was read.
     *
     * @param mark for the next time
     */
    public record Written(List<Standing> standings, String mark) {}

    public StandingTable(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Stores what is new: most facts of a trial change nothing here. */
    public void save(Connection connection, Collection<Standing> standings) throws SQLException {
        Columns.of(standings)
                .text(each -> each.trial().value())
                .text(each -> each.clinic().value())
                .text(Standing::subject)
                .text(each -> each.therapy().word())
                .text(Standing::waveform)
                .text(Standing::indication)
                .text(Standing::payer)
                .text(each -> text(each.placedOn()))
                .text(each -> text(each.placedAt()))
                .text(each -> text(each.removedAt()))
                .text(each -> each.outcome() == null ? null : each.outcome().word())
                .bigint(each -> each.diary().have())
                .bigint(each -> each.diary().due())
                .bigint(each -> each.device().have())
                .bigint(each -> each.device().due())
                .text(each -> each.papers() == null ? null : each.papers().name())
                .text(Standing::opioids)
                .text(each -> each.choice() == null ? null : each.choice().name())
                .text(each -> text(each.daysToDecision()))
                .text(each -> PayerAnswers.text(each.answers()))
                .update(connection, """
                        insert into standing as known (trial, clinic, subject, therapy, waveform, indication, payer,
                            placed_on, placed_at, removed_at, outcome, diary_have, diary_due, device_have, device_due,
                            papers, opioids, choice, days_to_decision, answers)
                        select trial, clinic, subject, therapy, waveform, indication, payer, placed_on::date,
                            placed_at::timestamptz, removed_at::timestamptz, outcome, diary_have, diary_due, device_have,
                            device_due, papers, opioids, choice, days_to_decision::int, answers
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                            (trial, clinic, subject, therapy, waveform, indication, payer, placed_on, placed_at, removed_at,
                            outcome, diary_have, diary_due, device_have, device_due, papers, opioids, choice,
                            days_to_decision, answers)
                        on conflict (trial) do update
                        set (clinic, subject, therapy, waveform, indication, payer, placed_on, placed_at, removed_at,
                            outcome, diary_have, diary_due, device_have, device_due, papers, opioids, choice,
                            days_to_decision, answers, written)
                            = (excluded.clinic, excluded.subject, excluded.therapy, excluded.waveform,
                            excluded.indication, excluded.payer, excluded.placed_on, excluded.placed_at,
                            excluded.removed_at, excluded.outcome, excluded.diary_have, excluded.diary_due,
                            excluded.device_have, excluded.device_due, excluded.papers, excluded.opioids,
                            excluded.choice, excluded.days_to_decision, excluded.answers, excluded.written)
                        where to_jsonb(known) - 'written' <> to_jsonb(excluded) - 'written'""");
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** Those written since {@code mark}, and maybe some from shortly before, in no order; null asks for all. */
    public Written since(@Nullable String mark) {
        return transactions.read(connection -> {
            String next = snapshot(connection);
            try (PreparedStatement statement =
                    connection.prepareStatement("select * from standing where written >= ?::xid8")) {
                statement.setString(1, mark == null ? "0" : mark);
                return new Written(Rows.read(statement, StandingTable::standing), next);
            }
        });
    }

    /** The oldest transaction that this snapshot may not show. */
    private static String snapshot(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text")) {
            return Rows.read(statement, row -> row.getString(1)).getFirst();
        }
    }

    // The same few words stand in many rows, which stay in memory: one text of each is enough.
    private static Standing standing(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String papers = row.getString("papers");
        String choice = row.getString("choice");
        return new Standing(
                new TrialId(row.getString("trial")),
                new ClinicId(row.getString("clinic").intern()),
                row.getString("subject"),
                known(THERAPIES, row.getString("therapy")),
                row.getString("waveform").intern(),
                shared(row, "indication"),
                shared(row, "payer"),
                row.getObject("placed_on", LocalDate.class),
                instant(row, "placed_at"),
                instant(row, "removed_at"),
                outcome == null ? null : known(STATUSES, outcome),
                new Ratio(row.getLong("diary_have"), row.getLong("diary_due")),
                new Ratio(row.getLong("device_have"), row.getLong("device_due")),
                papers == null ? null : Papers.valueOf(papers),
                row.getString("opioids").intern(),
                choice == null ? null : Choice.valueOf(choice),
                row.getObject("days_to_decision", Integer.class),
                PayerAnswers.parse(row.getString("answers")));
    }

    private static @Nullable String shared(ResultSet row, String column) throws SQLException {
        String word = row.getString(column);
        return word == null ? null : word.intern();
    }

    private static <T> T known(Map<String, T> words, String word) {
        T value = words.get(word);
        if (value == null) {
            throw new IllegalStateException("Table standing holds the word %s, which nothing writes".formatted(word));
        }
        return value;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
