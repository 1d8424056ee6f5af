package io.dorsal.dashboard.core.page;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An outcome, and what the reader should know about where it comes from.
 *
 * @param outcome null while there is none to show
 * @param notice empty when the outcome is as asked for
 */
public record Sourced<T>(@Nullable T outcome, String notice) {

    /**
     * Where one kind of outcome comes from.
     *
     * @param service which computes it
     * @param name such as {@code The opioid outcome}
     * @param asOf the instant asked for; null for now
     */
    public record Source<T>(
            String service, String name, @Nullable Instant asOf, ZoneId zone, Function<T, Instant> dated) {

        /** The answer; where there is none, the latest published outcome, said to be that. */
        public Sourced<T> shown(Answer<T> answer, Supplier<@Nullable T> published) {
            return switch (answer) {
                case Found<T> found -> new Sourced<>(found.value(), "");
                case Unknown<T> unknown ->
                    new Sourced<>(published.get(), service + " has no outcome of this trial yet.");
                case Unavailable<T> unavailable -> instead(published.get(), unavailable.because());
            };
        }

        private Sourced<T> instead(@Nullable T published, String because) {
            String reason = "%s %s could not be had: %s."
                    .formatted(name, asOf == null ? "as of now" : "as of the time you asked for", because);
            String instead = published == null
                    ? " No published outcome is at hand either."
                    : " Shown instead is the latest published one, as of %s."
                            .formatted(Times.minute(dated.apply(published), zone));
            return new Sourced<>(published, reason + instead);
        }
    }
}
