package io.dorsal.model.window;

import io.dorsal.model.Rational;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Daily figures over a window of local dates, both included.
 *
 * @param from null when the window holds no date
 * @param days answered or not
 * @param figures of the answered days, by date
 */
public record DailyWindow(
        @Nullable LocalDate from, @Nullable LocalDate to, int days, List<Rational> figures) {
    public static final DailyWindow NONE = new DailyWindow(null, null, 0, List.of());

    public int answered() {
        return figures.size();
    }

    public int unanswered() {
        return days - figures.size();
    }

    public Rational sum() {
        return Rational.sum(figures);
    }

    /** The mean of the daily figures; only for a window with an answered day. */
    public Rational mean() {
        return Rational.mean(figures);
    }

    /** The same, or null for a window without an answered day. */
    public @Nullable Rational meanIfAny() {
        return figures.isEmpty() ? null : mean();
    }

    /** The mean if every unanswered day had been {@code figure}; only for a window with a day. */
    public Rational meanWithUnansweredAt(Rational figure) {
        return sum().plus(figure.times(unanswered())).dividedBy(Rational.of(days));
    }
}
