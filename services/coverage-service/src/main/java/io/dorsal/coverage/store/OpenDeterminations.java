package io.dorsal.coverage.store;

import io.dorsal.coverage.core.WorklistPlace;
import io.dorsal.merge.store.Documents;
import io.dorsal.merge.store.Rows;
import io.dorsal.merge.store.Transactions;
import io.dorsal.model.ClinicId;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.wire.CoverageDeterminationReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The determinations that something is missing for, least time left first. */
@ApplicationScoped
public class OpenDeterminations {
    private static final String FROM_THE_FIRST = "-infinity";
    private static final String NEVER = "infinity";

    private final Transactions transactions;

    public OpenDeterminations(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A determination as published. */
    public record Open(ClinicId clinic, CoverageDetermination determination, WorklistPlace place) {}

    /**
     * Those after {@code after}, in the order of the instant {@code now}; of one clinic, or of all when it is null.
     */
    public List<Open> page(@Nullable ClinicId clinic, Instant now, @Nullable WorklistPlace after, int sizeMax) {
        // Untils are in order, so the last says whether any is ahead. The long documents are read for the page alone.
        String sql = """
                select page.*, clinic, document
                from ((select trial, next, -1 as rank
                        from (select trial,
                                (select min(until) from unnest(untils) as until where until > ?::timestamptz) as next
                            from determination
                            where open and untils[cardinality(untils)] > ?::timestamptz %1$s) as timed
                        where (next, trial) > (?::timestamptz, ?)
                        order by next, trial limit ?)
                    union all
                    (select trial, 'infinity', afterwards from determination
                        where open and (untils[cardinality(untils)] > ?::timestamptz) is not true %1$s
                            and (afterwards, trial) > (?, ?)
                        order by afterwards, trial limit ?)
                    order by next, rank, trial limit ?) as page
                join determination using (trial) order by next, rank, trial""".formatted(clinic == null ? "" : "and clinic = ?");
        return transactions.read(connection -> page(connection, sql, clinic, now, after, sizeMax));
    }

    private static List<Open> page(
            Connection connection,
            String sql,
            @Nullable ClinicId clinic,
            Instant now,
            @Nullable WorklistPlace after,
            int sizeMax)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            String trial = after == null ? "" : after.trial().value();
            int next = 1;
            statement.setString(next++, now.toString());
            statement.setString(next++, now.toString());
            if (clinic != null) {
                statement.setString(next++, clinic.value());
            }
            statement.setString(next++, after == null ? FROM_THE_FIRST : until(after.until()));
            statement.setString(next++, trial);
            statement.setInt(next++, sizeMax);
            statement.setString(next++, now.toString());
            if (clinic != null) {
                statement.setString(next++, clinic.value());
            }
            statement.setInt(next++, after == null ? -1 : after.rank());
            statement.setString(next++, trial);
            statement.setInt(next++, sizeMax);
            statement.setInt(next, sizeMax);
            return Rows.read(statement, row -> open(row, now));
        }
    }

    private static String until(@Nullable Instant until) {
        return until == null ? NEVER : until.toString();
    }

    private static Open open(ResultSet row, Instant now) throws SQLException {
        int rank = row.getInt("rank");
        WorklistPlace place = new WorklistPlace(
                now, rank < 0 ? Rows.instant(row, "next") : null, rank, new TrialId(row.getString("trial")));
        return new Open(
                new ClinicId(row.getString("clinic")),
                CoverageDeterminationReader.parse(Documents.bytes(row.getString("document"))),
                place);
    }
}
