package io.dorsal.registry.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import io.dorsal.registry.core.DeviceConflict;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who wears which device when. The exclusion constraint stands behind the question asked here. */
@ApplicationScoped
class AssignmentTable {
    private static final String PROPOSED =
            "unnest(?::text[], ?::timestamptz[], ?::timestamptz[]) with ordinality as p (device, worn_from, worn_to, position)";

    private final Database database;

    AssignmentTable(Database database) {
        this.database = database;
    }

    /** Where another trial has one of the devices during the same time, in the order of the proposed assignments. */
    List<DeviceConflict> conflictsOf(Trial proposed) {
        List<Assignment> assignments = proposed.devices();
        if (assignments.isEmpty()) {
            return List.of();
        }
        String conflicts = """
                select p.position - 1 as position, a.trial, a.device, lower(a.worn) as worn_from, upper(a.worn) as worn_to
                from %s
                join assignment a on a.device = p.device and a.worn && tstzrange(p.worn_from, p.worn_to)
                where a.trial <> ?
                order by p.position, a.worn
                limit 1
                """.formatted(PROPOSED);
        return database.list(
                Sql.of(
                        conflicts,
                        column(assignments, a -> a.device().value()),
                        column(assignments, a -> a.from().toString()),
                        column(assignments, a -> text(a.to())),
                        proposed.trial().value()),
                AssignmentTable::conflict);
    }

    void replace(Trial trial) {
        database.update(
                Sql.of("delete from assignment where trial = ?", trial.trial().value()));
        List<Assignment> assignments = trial.devices();
        if (!assignments.isEmpty()) {
            database.update(Sql.of(
                    "insert into assignment (device, worn, trial) select device, tstzrange(worn_from, worn_to), ? from "
                            + PROPOSED,
                    trial.trial().value(),
                    column(assignments, a -> a.device().value()),
                    column(assignments, a -> a.from().toString()),
                    column(assignments, a -> text(a.to()))));
        }
    }

    private static DeviceConflict conflict(ResultSet row) throws SQLException {
        OffsetDateTime to = row.getObject("worn_to", OffsetDateTime.class);
        Assignment theirs = new Assignment(
                new DeviceId(row.getString("device")),
                Sql.instant(row, "worn_from"),
                to == null ? null : to.toInstant());
        return new DeviceConflict(row.getInt("position"), new TrialId(row.getString("trial")), theirs);
    }

    private static @Nullable String[] column(
            List<Assignment> assignments, Function<Assignment, @Nullable String> value) {
        return assignments.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
