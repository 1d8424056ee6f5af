package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.worklist.WorklistPage;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * A page of the worklist with the addresses of its links.
 *
 * @param page null when there is none
 * @param because why there is none, as a clause; empty otherwise
 * @param clinic the chosen one; empty for every clinic
 * @param cursor empty on the first page
 * @param next the cursor of the page after this; null on the last
 */
public record WorklistView(
        @Nullable WorklistPage page,
        String because,
        SortedSet<String> clinics,
        String clinic,
        String cursor,
        @Nullable String next) {

    public String firstAddress() {
        return clinic.isEmpty() ? "/worklist" : "/worklist?clinic=" + Parameter.encoded(clinic);
    }

    public @Nullable String nextAddress() {
        return next == null
                ? null
                : firstAddress() + (clinic.isEmpty() ? "?" : "&") + "cursor=" + Parameter.encoded(next);
    }

    public String summary() {
        return page == null ? "The worklist could not be had" : page.summary();
    }
}
