package io.dorsal.responder.core;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.ResponderOutcome.WindowMean;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The diary over a window of local dates, both included.
 *
 * @param from null when the window holds no date
 * @param days answered or not
 * @param dailyMeans of the answered days
 */
record DiaryWindow(@Nullable LocalDate from, @Nullable LocalDate to, int days, List<Rational> dailyMeans) {
    static final DiaryWindow NONE = new DiaryWindow(null, null, 0, List.of());

    int answered() {
        return dailyMeans.size();
    }

    int unanswered() {
        return days - dailyMeans.size();
    }

    Rational sum() {
        return Rational.sum(dailyMeans);
    }

    /** The mean of daily means; only for a window with an answered day. */
    Rational mean() {
        return Rational.mean(dailyMeans);
    }

    /** The mean of daily means if every unanswered day had been {@code score}; only for a window with a day. */
    Rational meanWithUnansweredAt(Rational score) {
        return sum().plus(score.times(unanswered())).dividedBy(Rational.of(days));
    }

    WindowMean shown() {
        return new WindowMean(from, to, dailyMeans.isEmpty() ? null : mean(), answered(), days);
    }
}
