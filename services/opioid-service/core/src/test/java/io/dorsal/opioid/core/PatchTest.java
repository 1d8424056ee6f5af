package io.dorsal.opioid.core;

import static io.dorsal.opioid.core.Sketch.DAY_1;
import static io.dorsal.opioid.core.Sketch.FENTANYL_25;
import static io.dorsal.opioid.core.Sketch.FENTANYL_50;
import static io.dorsal.opioid.core.Sketch.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidOutcome;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Patches count by time worn, over the real length of the day. */
class PatchTest {
    private static final LocalDate SPRING_FORWARD = LocalDate.of(2026, 3, 8);
    private static final LocalDate FALL_BACK = LocalDate.of(2026, 11, 1);

    @Test
    void aChangeAtNoonSplitsTheDay() {
        OpioidOutcome outcome = new Sketch()
                .wears(FENTANYL_25, "2026-03-01T17:00:00Z", "2026-03-04T17:00:00Z")
                .wears(FENTANYL_50, "2026-03-04T17:00:00Z", null)
                .assess();

        assertThat(day(outcome, LocalDate.of(2026, 3, 3)).mme()).isEqualTo(Rational.of(60));
        assertThat(day(outcome, LocalDate.of(2026, 3, 4)).mme()).isEqualTo(Rational.of(90));
        assertThat(day(outcome, LocalDate.of(2026, 3, 5)).mme()).isEqualTo(Rational.of(120));
    }

    @Test
    void severalPatchesWornAtOnceAddUp() {
        OpioidOutcome outcome = new Sketch()
                .wears(FENTANYL_25, "2026-03-01T17:00:00Z", null)
                .wears(FENTANYL_25, "2026-03-01T17:00:00Z", null)
                .wears(FENTANYL_50, "2026-03-01T17:00:00Z", null)
                .assess();

        assertThat(day(outcome, DAY_1).mme()).isEqualTo(Rational.of(240));
    }

    @Test
    void aDayOfTwentyThreeHoursIsFullAfterTwentyThree() {
        Sketch sketch = new Sketch().removed("2026-03-12T14:00:00Z");
        OpioidOutcome all =
                sketch.wears(FENTANYL_25, "2026-03-05T05:00:00Z", null).assess();
        assertThat(day(all, SPRING_FORWARD).mme()).isEqualTo(Rational.of(60));

        // From midnight to noon by the clock are eleven hours on that day.
        OpioidOutcome half = new Sketch()
                .removed("2026-03-12T14:00:00Z")
                .wears(FENTANYL_25, "2026-03-08T05:00:00Z", "2026-03-08T16:00:00Z")
                .assess();
        assertThat(day(half, SPRING_FORWARD).mme()).isEqualTo(Rational.of(60 * 11, 23));
    }

    @Test
    void aDayOfTwentyFiveHoursIsFullAfterTwentyFive() {
        Sketch sketch = new Sketch().placed("2026-10-28T15:00:00Z").removed("2026-11-04T15:00:00Z");
        OpioidOutcome all =
                sketch.wears(FENTANYL_25, "2026-10-20T05:00:00Z", null).assess();
        assertThat(day(all, FALL_BACK).mme()).isEqualTo(Rational.of(60));

        // From midnight to noon by the clock are thirteen hours on that day.
        OpioidOutcome half = new Sketch()
                .placed("2026-10-28T15:00:00Z")
                .removed("2026-11-04T15:00:00Z")
                .wears(FENTANYL_25, "2026-11-01T04:00:00Z", "2026-11-01T17:00:00Z")
                .assess();
        assertThat(day(half, FALL_BACK).mme()).isEqualTo(Rational.of(60 * 13, 25));
    }

    @Test
    void aPatchStillOnCountsUpToTheAsOfInstant() {
        Sketch sketch = new Sketch().removed(null).wears(FENTANYL_25, "2026-03-01T17:00:00Z", null);
        OpioidOutcome outcome = sketch.assess(Instant.parse("2026-03-06T11:00:00Z"));

        assertThat(day(outcome, LocalDate.of(2026, 3, 5)).mme()).isEqualTo(Rational.of(60));
        assertThat(day(outcome, LocalDate.of(2026, 3, 6)).mme()).isEqualTo(Rational.of(15));
        assertThat(outcome.taken().trial().to()).isEqualTo(LocalDate.of(2026, 3, 6));
    }

    @Test
    void takingAPatchOffIsTheNewestFactOfAPublishedOutcome() {
        Instant off = Instant.parse("2026-03-06T17:00:00Z");
        Sketch sketch = new Sketch().removed(null).wears(FENTANYL_25, "2026-03-01T17:00:00Z", off.toString());

        assertThat(Assessment.newestFact(sketch.facts(), Rules.OPIOID_1)).isEqualTo(off);
        assertThat(day(sketch.assess(off), LocalDate.of(2026, 3, 6)).mme()).isEqualTo(Rational.of(30));
    }

    @Test
    void aPatchThatComesOffAfterTheAsOfInstantIsStillOn() {
        Sketch sketch = new Sketch().removed(null).wears(FENTANYL_25, "2026-03-01T17:00:00Z", "2026-03-09T17:00:00Z");

        assertThat(day(sketch.assess(Instant.parse("2026-03-06T11:00:00Z")), LocalDate.of(2026, 3, 6))
                        .mme())
                .isEqualTo(Rational.of(15));
    }

    @Test
    void aPatchDayIsAKnownDayAndTheDaysBesideItAreNot() {
        OpioidOutcome outcome = new Sketch()
                .wears(FENTANYL_25, "2026-03-03T17:00:00Z", "2026-03-04T05:00:00Z")
                .assess();

        assertThat(day(outcome, DAY_1).known()).isTrue();
        assertThat(day(outcome, DAY_1).mme()).isEqualTo(Rational.of(30));
        assertThat(day(outcome, DAY_1.plusDays(1)).known()).isFalse();
        assertThat(day(outcome, DAY_1.plusDays(1)).mme()).isNull();
    }

    @Test
    void nothingTakenOnAPatchDayLeavesThePatch() {
        OpioidOutcome outcome = new Sketch()
                .wears(FENTANYL_25, "2026-03-01T17:00:00Z", null)
                .nothing(DAY_1)
                .assess();

        assertThat(day(outcome, DAY_1).mme()).isEqualTo(Rational.of(60));
        assertThat(day(outcome, DAY_1).contradicted()).isFalse();
    }

    @Test
    void aPatchSwallowedAsATabletAndATabletWornAsAPatchDoNotFit() {
        OpioidOutcome outcome = new Sketch()
                .takes(DAY_1, FENTANYL_25, 1, "{patch}")
                .wears(Sketch.OXYCODONE_10, "2026-03-01T17:00:00Z", null)
                .assess();

        assertThat(outcome.taken().notConverted())
                .extracting(OpioidOutcome.NotConverted::reason)
                .containsOnly(NotConvertedReason.UNIT_DOES_NOT_FIT)
                .hasSize(2);
        assertThat(day(outcome, DAY_1).mme()).isEqualTo(Rational.ZERO);
        assertThat(day(outcome, DAY_1).partial()).isTrue();
    }

    @Test
    void anIontophoreticSystemHasNoHourlyRate() {
        OpioidOutcome outcome =
                new Sketch().takes(DAY_1, "1666831", 4, "{actuat}").assess();

        assertThat(outcome.taken().notConverted())
                .extracting(OpioidOutcome.NotConverted::reason)
                .containsExactly(NotConvertedReason.UNIT_DOES_NOT_FIT);
    }

    @Test
    void aDateThatTheZoneSkippedIsNoDay() {
        OpioidOutcome outcome = new Sketch()
                .zone("Pacific/Apia")
                .placed("2011-12-28T20:00:00Z")
                .removed("2012-01-04T20:00:00Z")
                .wears(FENTANYL_25, "2011-12-01T00:00:00Z", null)
                .assess();

        assertThat(outcome.days()).extracting(OpioidOutcome.Day::date).doesNotContain(LocalDate.of(2011, 12, 30));
        assertThat(outcome.taken().trial().days())
                .isEqualTo(outcome.taken().trial().knownDays());
        assertThat(day(outcome, LocalDate.of(2011, 12, 31)).mme()).isEqualTo(Rational.of(60));
    }
}
