package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.Rational;
import io.dorsal.model.outcome.StatusReason;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** From a chart to named facts. */
class FactsTest {
    private static final Chart COMPLETE = Chart.complete();

    @ParameterizedTest
    @CsvSource({
        "2025-12-02, 3",
        "2025-12-03, 2",
        "2024-03-02, 24",
        "2026-03-02, 0",
        // A month that begins on the 31st is over on the day after the last of a shorter month.
        "2026-01-31, 1"
    })
    void painLastsForWholeMonthsUntilTheDateOfService(String since, long months) {
        assertThat(amount(Chart.complete().painSince(since), FactName.PAIN_DURATION))
                .isEqualTo(Rational.of(months));
    }

    @Test
    void anOnsetAfterThePlacementIsNoDuration() {
        assertAbsent(Chart.complete().painSince("2026-03-03"), FactName.PAIN_DURATION, "after the date of service");
    }

    @Test
    void theTrialLastsFromPlacementToRemoval() {
        assertThat(amount(COMPLETE, FactName.TRIAL_DAYS)).isEqualTo(Rational.of(7));
        // The clocks went forward on 8 March, yet hours are hours.
        assertThat(amount(COMPLETE, FactName.TRIAL_HOURS)).isEqualTo(Rational.of(168));
    }

    @Test
    void aTrialThatStillRunsHasNoLength() {
        Chart running = Chart.complete().removed(null);

        assertAbsent(running, FactName.TRIAL_DAYS, "still in");
        assertAbsent(running, FactName.TRIAL_HOURS, "still in");
    }

    @Test
    void whatIsDatedAfterTheAsOfInstantHasNotHappened() {
        Facts before = Chart.complete().asOf("2026-03-01T12:00:00Z").facts();

        assertThat(before.get(FactName.TRIAL_STATE)).isEqualTo(code("PLANNED"));
        assertThat(before.get(FactName.PLACEMENT)).isInstanceOf(Fact.Absent.class);
        assertThat(before.dateOfService()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(Chart.complete().asOf("2026-01-31T12:00:00Z").facts().documents())
                .isEmpty();
        assertThat(Chart.complete().asOf("2025-05-01T12:00:00Z").facts().treatments())
                .isEmpty();
    }

    @Test
    void theLatestAttestationSinceThePlacementCounts() {
        Chart chart = Chart.complete()
                .report("early", 1, reduction("2026-02-20T10:00:00Z", "80"))
                .report("first", 1, reduction("2026-03-05T10:00:00Z", "20"))
                .report("second", 1, reduction("2026-03-09T10:00:00Z", "55"));

        assertThat(amount(chart, FactName.ANALGESIC_REDUCTION)).isEqualTo(Rational.of(55));
        assertThat(((Fact.Known) chart.facts().get(FactName.ANALGESIC_REDUCTION)).source())
                .contains("report second", "attested by NP-7");
        assertAbsent(
                Chart.complete().report("early", 1, reduction("2026-02-20T10:00:00Z", "80")),
                FactName.ANALGESIC_REDUCTION,
                "since the placement");
    }

    @Test
    void theHighestRevisionCountsAndARetractionTakesItAway() {
        Chart corrected = Chart.complete()
                .report("a", 2, reduction("2026-03-09T10:00:00Z", "40"))
                .report("a", 1, reduction("2026-03-09T10:00:00Z", "90"));

        assertThat(amount(corrected, FactName.ANALGESIC_REDUCTION)).isEqualTo(Rational.of(40));
        corrected.report("a", 3, new Statement.Retraction(ReportKind.ANALGESIC_REDUCTION, "another patient"));
        assertAbsent(corrected, FactName.ANALGESIC_REDUCTION, "nobody");
    }

    @Test
    void disabilityImprovesFromTheLastScoreBeforeToTheLastSince() {
        assertThat(amount(COMPLETE, FactName.ODI_BASELINE)).isEqualTo(Rational.of(52));
        assertThat(amount(COMPLETE, FactName.ODI_IMPROVEMENT)).isEqualTo(Rational.of(22));
        assertAbsent(Chart.complete().odi("52", null), FactName.ODI_IMPROVEMENT, "since the placement");
        assertAbsent(Chart.complete().odi(null, "30"), FactName.ODI_IMPROVEMENT, "before the placement");
    }

    @Test
    void aMillimetreScaleCountsAsATenth() {
        Chart chart = Chart.complete();
        chart.pain.millimetres("50");

        assertThat(amount(chart, FactName.BASELINE_PAIN)).isEqualTo(Rational.of(5));
    }

    @ParameterizedTest
    @EnumSource(StatusReason.class)
    void undeterminedReliefIsMissingAndSaysWhy(StatusReason reason) {
        Chart chart = Chart.complete();
        chart.pain.without(reason);

        assertAbsent(chart, FactName.PAIN_RELIEF, reason.word());
        boolean baselineStands = reason == StatusReason.TRIAL_INCOMPLETE || reason == StatusReason.BASELINE_ZERO;
        assertThat(chart.facts().get(FactName.BASELINE_PAIN) instanceof Fact.Known)
                .isEqualTo(baselineStands);
    }

    @Test
    void withoutAnyOutcomeItsFactsAreMissing() {
        Chart chart = Chart.complete();
        chart.pain.silent();

        assertAbsent(chart, FactName.PAIN_RELIEF, "no responder outcome yet");
        assertThat(chart.under("mac-scs-ngs").factDigest()).isNull();
    }

    @Test
    void lessOpioidsAreAReduction() {
        Chart chart = Chart.complete().opioids(new OpioidFigures("cdc-2022", "DETERMINED", Rational.of(-55)));

        assertThat(amount(chart, FactName.OPIOID_REDUCTION)).isEqualTo(Rational.of(55));
        assertAbsent(
                Chart.complete().opioids(new OpioidFigures("cdc-2022", "NOT_APPLICABLE", null)),
                FactName.OPIOID_REDUCTION,
                "NOT_APPLICABLE");
    }

    @ParameterizedTest
    @CsvSource({
        // One stretch: the second begins on the day after the first.
        "2025-06-01, 2025-08-31, 2025-09-01, 2025-11-30, 6",
        "2025-06-01, 2025-08-31, 2025-07-01, 2025-11-30, 6",
        "2025-06-01, 2025-12-31, 2025-07-01, 2025-08-31, 7",
        // A gap of a day: the longer of the two.
        "2025-06-01, 2025-08-31, 2025-09-02, 2025-11-30, 3",
        // It goes on: until the date of service.
        "2025-06-01, 2025-06-30, 2025-10-02,           , 5"
    })
    void conservativeCareIsTheLongestUnbrokenStretch(String from, String to, String again, String until, long months) {
        Chart chart = new Chart()
                .treatment("PHYSICAL_THERAPY", from, to, "FAILED")
                .treatment("DRUG_THERAPY", again, until, "FAILED")
                .treatment("SURGERY", "2020-01-01", "2026-01-01", "FAILED")
                .treatment("HYPNOSIS", "2020-01-01", "2026-01-01", "FAILED");

        assertThat(amount(chart, FactName.CONSERVATIVE_CARE)).isEqualTo(Rational.of(months));
    }

    @Test
    void withoutDatesThereIsNoCare() {
        assertAbsent(
                new Chart().treatment("PHYSICAL_THERAPY", null, null, "FAILED"),
                FactName.CONSERVATIVE_CARE,
                "with a date");
    }

    @Test
    void theNewestFactIsTheLatestDateOfAnyEvidence() {
        assertThat(Chart.complete().evidence().newestFact()).isEqualTo(Chart.REMOVED_AT);
        assertThat(Chart.complete()
                        .document("ORDER", "2026-04-01", null, null)
                        .evidence()
                        .newestFact())
                .isEqualTo(Instant.parse("2026-04-01T04:00:00Z"));
    }

    private static Statement reduction(String at, String percent) {
        return new Statement.AnalgesicReduction(Instant.parse(at), new BigDecimal(percent), "NP-7");
    }

    private static Fact code(String word) {
        return new Fact.Known(FactValue.Codes.of(word), "trial document, version 1");
    }

    private static Rational amount(Chart chart, FactName name) {
        return ((FactValue.Amount) ((Fact.Known) chart.facts().get(name)).value()).amount();
    }

    private static void assertAbsent(Chart chart, FactName name, String why) {
        assertThat(chart.facts().get(name))
                .isInstanceOfSatisfying(
                        Fact.Absent.class, absent -> assertThat(absent.why()).contains(why));
    }
}
