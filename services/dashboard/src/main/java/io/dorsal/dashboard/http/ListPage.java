package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Listing;
import io.dorsal.dashboard.core.Listing.Query;
import io.dorsal.dashboard.core.Listing.Sort;
import io.dorsal.model.trial.TrialState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A listing with the addresses of its links: each keeps what was chosen and changes one thing. */
public record ListPage(
        Listing listing,
        List<Column> columns,
        List<Choice> states,
        @Nullable String previous,
        @Nullable String next) {
    /** @param direction {@code ascending}, {@code descending} or null, as aria-sort has it */
    public record Column(
            String label, String address, @Nullable String direction) {}

    public record Choice(String value, String label, boolean chosen, String address) {}

    static Query query(
            @Nullable String state,
            @Nullable String clinic,
            @Nullable String text,
            @Nullable String sort,
            @Nullable String page) {
        String order = sort == null ? "" : sort;
        boolean descending = order.startsWith("-");
        return new Query(
                state(state),
                clinic == null ? "" : clinic.strip(),
                text == null ? "" : Parameter.bounded(text),
                sort(descending ? order.substring(1) : order),
                descending,
                number(page));
    }

    static ListPage of(Listing listing) {
        Query query = listing.query();
        int page = listing.page();
        return new ListPage(
                listing,
                List.of(
                        column("Patient", Sort.SUBJECT, query),
                        column("Clinic", Sort.CLINIC, query),
                        column("Therapy", Sort.THERAPY, query),
                        column("Day", Sort.DAY, query),
                        column("Status", Sort.STATUS, query),
                        column("Relief", Sort.RELIEF, query),
                        column("Diary days", Sort.COMPLETENESS, query),
                        column("Lead removal", Sort.REMOVAL, query)),
                List.of(
                        choice("running", "Running", TrialState.RUNNING, query),
                        choice("planned", "Planned", TrialState.PLANNED, query),
                        choice("ended", "Ended", TrialState.ENDED, query),
                        choice("all", "All", null, query)),
                page > 1 ? address(query, query.state(), sortWord(query), page - 1) : null,
                page < listing.pages() ? address(query, query.state(), sortWord(query), page + 1) : null);
    }

    public String state() {
        return word(listing.query().state());
    }

    public String sort() {
        return sortWord(listing.query());
    }

    /** What is read out when the list has changed by itself. */
    public String summary() {
        return listing.matching() == 1 ? "1 trial listed" : "%d trials listed".formatted(listing.matching());
    }

    public boolean filtered() {
        return !listing.query().clinic().isEmpty() || !listing.query().text().isEmpty();
    }

    private static Column column(String label, Sort sort, Query query) {
        boolean chosen = query.sort() == sort;
        String next = chosen && !query.descending() ? "-" + sort.word() : sort.word();
        String direction = !chosen ? null : query.descending() ? "descending" : "ascending";
        return new Column(label, address(query, query.state(), next, 1), direction);
    }

    private static Choice choice(String value, String label, @Nullable TrialState state, Query query) {
        return new Choice(value, label, query.state() == state, address(query, state, sortWord(query), 1));
    }

    private static String address(Query query, @Nullable TrialState state, String sort, int page) {
        return "/?state=" + word(state)
                + (query.clinic().isEmpty() ? "" : "&clinic=" + Parameter.encoded(query.clinic()))
                + (query.text().isEmpty() ? "" : "&q=" + Parameter.encoded(query.text()))
                + "&sort=" + sort
                + (page > 1 ? "&page=" + page : "");
    }

    private static String word(@Nullable TrialState state) {
        return state == null ? "all" : state.word().toLowerCase(Locale.ROOT);
    }

    private static String sortWord(Query query) {
        return (query.descending() ? "-" : "") + query.sort().word();
    }

    // A link that somebody mistyped still shows a list: what cannot be read counts as not chosen.
    private static @Nullable TrialState state(@Nullable String word) {
        if ("all".equals(word)) {
            return null;
        }
        return Arrays.stream(TrialState.values())
                .filter(state -> word(state).equals(word))
                .findFirst()
                .orElse(TrialState.RUNNING);
    }

    private static Sort sort(String word) {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.word().equals(word))
                .findFirst()
                .orElse(Sort.REMOVAL);
    }

    private static int number(@Nullable String page) {
        return page != null && page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 1;
    }
}
