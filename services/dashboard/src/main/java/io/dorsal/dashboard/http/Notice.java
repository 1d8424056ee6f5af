package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Freshness;
import io.dorsal.dashboard.core.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a page says about itself.
 *
 * @param loading the topics are still being read, so that trials may be missing
 * @param warnings sentences about what is not as it should be
 * @param renderedAt when the page was made
 */
public record Notice(boolean loading, List<String> warnings, String renderedAt) {
    static Notice of(Freshness freshness, String renderedAt) {
        List<String> warnings = new ArrayList<>();
        Instant heard = freshness.heardAt();
        if (freshness.stale()) {
            warnings.add(
                    heard == null
                            ? "Kafka has not answered yet, so nothing can be shown. It is asked again every few seconds."
                            : "Kafka has not answered since %s. What you see may be out of date."
                                    .formatted(Times.minute(heard, ZoneId.of("UTC"))));
        }
        if (freshness.dropped() > 0) {
            warnings.add(
                    "%,d trials that ended long ago are not listed, since memory is bounded (DORSAL_DASHBOARD_TRIALS_MAX)."
                            .formatted(freshness.dropped()));
        }
        return new Notice(!freshness.readToEnd(), List.copyOf(warnings), renderedAt);
    }

    Notice saying(String warning) {
        List<String> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Notice(loading, List.copyOf(more), renderedAt);
    }
}
