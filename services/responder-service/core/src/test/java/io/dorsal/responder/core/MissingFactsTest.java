package io.dorsal.responder.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.ResponderOutcome.Missing;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MissingFactsTest {
    private final Sketch sketch =
            new Sketch().running().baseline(8, 8, 8, null, 8, 8, 8).days(4, null, 4);

    @Test
    void whatIsOverIsTooLateAndTodayIsNot() {
        assertThat(sketch.assessOnDay(4, "12:00").missing())
                .containsExactly(
                        new Missing("baseline-day", LocalDate.of(2026, 2, 26), null),
                        new Missing("trial-day", LocalDate.of(2026, 3, 4), null),
                        new Missing(
                                "trial-day", LocalDate.of(2026, 3, 6), sketch.at(LocalDate.of(2026, 3, 7), "00:00")));
    }

    @Test
    void anAnsweredDayIsNotMissing() {
        assertThat(sketch.assessOnDay(3, "21:00").missing())
                .extracting(Missing::date)
                .doesNotContain(LocalDate.of(2026, 3, 5));
    }

    @Test
    void collectingEndsWithThePlannedRemoval() {
        // Removed early in the morning of 7 March, New York time, which is still 6 March in Honolulu.
        Instant early = Instant.parse("2026-03-07T09:00:00Z");
        Sketch honolulu = new Sketch().zone("Pacific/Honolulu").running().planned(early.toString());

        Missing last =
                honolulu.assess(Instant.parse("2026-03-06T00:00:00Z")).missing().getLast();

        assertThat(last.date()).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(last.until()).isEqualTo(honolulu.at(LocalDate.of(2026, 3, 6), "00:00"));
    }

    @Test
    void theDateOfThePlannedRemovalIsNotAskedFor() {
        assertThat(sketch.assessOnDay(8, "08:00").missing())
                .extracting(Missing::date)
                .doesNotContain(LocalDate.of(2026, 3, 10));
    }

    @Test
    void afterTheRemovalEverythingIsTooLate() {
        assertThat(sketch.removed("2026-03-10T14:00:00Z").assess().missing())
                .isNotEmpty()
                .allSatisfy(missing -> assertThat(missing.until()).isNull());
    }

    @Test
    void beforeThePlacementTodaysBaselineDayCanStillBeAnswered() {
        Missing today = new Sketch()
                .assess(sketch.at(LocalDate.of(2026, 2, 24), "12:00"))
                .missing()
                .getLast();

        assertThat(today)
                .isEqualTo(new Missing(
                        "baseline-day", LocalDate.of(2026, 2, 24), sketch.at(LocalDate.of(2026, 2, 25), "00:00")));
    }
}
