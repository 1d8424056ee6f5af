package io.dorsal.dashboard.core;

import io.dorsal.model.Rational;
import io.dorsal.model.trial.TrialState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One page of the list of trials.
 *
 * @param matching how many trials the filter lets through
 * @param total how many trials there are at all
 * @param clinics of all trials, to choose from
 */
public record Listing(
        List<TrialRow> rows, int page, int pages, int matching, int total, SortedSet<String> clinics, Query query) {

    /** What the trials may be ordered by. */
    public enum Sort {
        REMOVAL,
        SUBJECT,
        CLINIC,
        THERAPY,
        DAY,
        STATUS,
        RELIEF,
        COMPLETENESS;

        /** The spelling in an address. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What to list.
     *
     * @param state null for every state
     * @param clinic empty for every clinic
     * @param text looked for in trial id and subject; empty for any
     * @param page from 1; one beyond the last shows the last
     */
    public record Query(
            @Nullable TrialState state, String clinic, String text, Sort sort, boolean descending, int page) {}

    /** Filters, orders and cuts; the same facts, query and instant give the same page. */
    public static Listing of(List<Listed> trials, Query query, Instant now, int rowsPerPage) {
        List<TrialRow> matching = trials.stream()
                .filter(listed -> matches(listed, query))
                .map(listed -> TrialRow.of(listed, now))
                .sorted(order(query))
                .toList();
        int pages = Math.max(1, (matching.size() + rowsPerPage - 1) / rowsPerPage);
        int page = Math.clamp(query.page(), 1, pages);
        int from = (page - 1) * rowsPerPage;
        SortedSet<String> clinics = trials.stream()
                .map(listed -> listed.trial().clinic().value())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Listing(
                matching.subList(from, Math.min(matching.size(), from + rowsPerPage)),
                page,
                pages,
                matching.size(),
                trials.size(),
                clinics,
                query);
    }

    private static boolean matches(Listed listed, Query query) {
        var trial = listed.trial();
        String text = query.text().toLowerCase(Locale.ROOT);
        return (query.state() == null || trial.state() == query.state())
                && (query.clinic().isEmpty() || trial.clinic().value().equals(query.clinic()))
                && (trial.trial().value().toLowerCase(Locale.ROOT).contains(text)
                        || trial.subject().toLowerCase(Locale.ROOT).contains(text));
    }

    // What is unknown comes last in either direction: it is the least urgent to look at, whichever end one reads from.
    private static Comparator<TrialRow> order(Query query) {
        Comparator<TrialRow> by = switch (query.sort()) {
            case REMOVAL -> nullsLast(TrialRow::toRemoval, Comparator.<Duration>naturalOrder(), query);
            case SUBJECT -> nullsLast(TrialRow::subject, Comparator.<String>naturalOrder(), query);
            case CLINIC -> nullsLast(TrialRow::clinic, Comparator.<String>naturalOrder(), query);
            case THERAPY -> nullsLast(TrialRow::therapy, Comparator.<String>naturalOrder(), query);
            case DAY -> nullsLast(TrialRow::dayNumber, Comparator.<Long>naturalOrder(), query);
            case STATUS -> nullsLast(TrialRow::status, Comparator.<String>naturalOrder(), query);
            case RELIEF -> nullsLast(TrialRow::reliefExact, Comparator.<Rational>naturalOrder(), query);
            case COMPLETENESS -> nullsLast(TrialRow::missingDays, Comparator.<Integer>reverseOrder(), query);
        };
        return by.thenComparing(TrialRow::trial);
    }

    private static <T> Comparator<TrialRow> nullsLast(
            java.util.function.Function<TrialRow, @Nullable T> key, Comparator<T> order, Query query) {
        Comparator<T> directed = query.descending() ? order.reversed() : order;
        return (a, b) -> {
            T left = key.apply(a);
            T right = key.apply(b);
            if (left == null || right == null) {
                return left == right ? 0 : left == null ? 1 : -1;
            }
            return directed.compare(left, right);
        };
    }
}
