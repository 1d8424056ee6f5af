package io.dorsal.merge.kafka;

import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may be logged of a failure: classes, SQL states and the place. A message may quote what patients reported. */
final class Fault {
    private static final int CAUSES_MAX = 5;

    private Fault() {}

    static String of(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, e -> e != null, e -> e == null ? null : e.getCause())
                .limit(CAUSES_MAX)
                .map(Fault::one)
                .collect(Collectors.joining(", caused by "));
    }

    private static String one(@Nullable Throwable e) {
        if (e == null) {
            return "nothing";
        }
        String state = e instanceof SQLException sql ? " (SQL state %s)".formatted(sql.getSQLState()) : "";
        StackTraceElement[] trace = e.getStackTrace();
        return e.getClass().getName() + state + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}
