package io.dorsal.dashboard.core.opioid;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleOpioids;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.OpioidWords;
import io.dorsal.model.outcome.MmeTier;
import io.dorsal.model.outcome.NotConvertedReason;
import io.dorsal.model.outcome.OpioidReason;
import io.dorsal.model.outcome.Reduction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpioidPartTest {
    private static final String STEADY = "o60 o60 o60 o60 o60 o60 o60";
    private final SampleTrial trial = SampleTrial.of("T-1");

    private OpioidPart part(String baseline, String days, Integer prescribed) {
        return part(new SampleOpioids(trial, baseline, days, prescribed));
    }

    private static OpioidPart part(SampleOpioids sample) {
        return OpioidPart.of(sample.of().trial(), sample.outcome());
    }

    private static FigureRow row(OpioidPart part, String term) {
        return part.figures().stream()
                .filter(row -> row.term().equals(term))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void takenAndPrescribedStandSideBySide() {
        OpioidPart part = part(STEADY, "o45 o45 o45", 90);

        assertThat(part.status()).isEqualTo("Change determined");
        assertThat(part.why()).isEqualTo("Taken: from 60.00 MME per day at baseline to 45.00 in the trial.");
        assertThat(part.change()).isEqualTo("\u221225.0\u00a0%");
        assertThat(part.changeNote()).isEqualTo("taken in the trial: less than at baseline");
        assertThat(row(part, "Baseline"))
                .isEqualTo(new FigureRow("Baseline", "60.00", "7 of 7 days known", "90.00", ""));
        assertThat(row(part, "Change, baseline to trial").prescribed()).isEqualTo("0.0\u00a0%");
        assertThat(row(part, "Tier before, MME per day"))
                .isEqualTo(new FigureRow("Tier before, MME per day", "50 to below 90", "", "90 or more", ""));
        assertThat(row(part, "Tier in the trial").taken()).isEqualTo("20 to below 50");
    }

    @Test
    void everyMarkIsShownReachedOrNot() {
        assertThat(part(STEADY, "o45 o45 o45", null).reached())
                .hasSize(Reduction.values().length)
                .startsWith(new OpioidPart.Mark("Any reduction", true), new OpioidPart.Mark("20\u00a0% or more", true))
                .endsWith(new OpioidPart.Mark("Eliminated", false));
        assertThat(part(STEADY, "o75 o75 o75", null).changeNote())
                .isEqualTo("taken in the trial: more than at baseline");
        assertThat(part(STEADY, "o60 o60 o60", null).changeNote()).isEqualTo("taken in the trial as at baseline");
    }

    @Test
    void withoutIntakeThePrescriptionDoesNotStandIn() {
        OpioidPart part = part(SampleOpioids.unreported(trial));

        assertThat(part.status()).isEqualTo("No intake was reported");
        assertThat(part.why()).endsWith("What was prescribed does not stand in for it.");
        assertThat(part.change()).isEqualTo("\u2013");
        assertThat(part.reached()).isEmpty();
        assertThat(part.figures())
                .filteredOn(row -> !row.term().isEmpty())
                .allMatch(row -> row.taken().equals("\u2013"));
        assertThat(row(part, "Baseline").takenNote()).isEqualTo("0 of 7 days known");
        assertThat(part.tables().taken()).isEmpty();
        assertThat(part.hasIntake()).isFalse();
        assertThat(part.charts()).hasSize(2);
    }

    @Test
    void withoutIntakeAndRegimenThereIsNothingToDraw() {
        OpioidPart part = part("- - - - - - -", "- -", null);

        assertThat(part.charts()).isEmpty();
        assertThat(part.hasPrescription()).isFalse();
        assertThat(row(part, "Trial").prescribedNote()).isEqualTo("0 of 2 days with a regimen");
    }

    @Test
    void whyNoChangeIsStatedIsSaidWithTheDays() {
        OpioidPart early = part(STEADY, "o45 -", null);
        assertThat(early.status()).isEqualTo("Undetermined");
        assertThat(early.why()).startsWith("The trial has 1 of 2 days with a medication report; at least 3");
        assertThat(part("o60 - - - - - -", "o45 o45 o45", null).why())
                .startsWith("The baseline has 1 of 7 days with a medication report; at least 4");
        OpioidPart nothing = part("0 0 0 0 0 0 0", "0 0 0", null);
        assertThat(nothing.status()).isEqualTo("Not applicable");
        assertThat(nothing.sign()).isEqualTo("not-applicable");
        assertThat(nothing.why()).contains("nothing to reduce");
        assertThat(nothing.change()).isEqualTo("\u2013");
    }

    @Test
    void aRotationIsSeenByOpioid() {
        assertThat(part(STEADY, "f60 f60 f60", null).tables().taken())
                .containsExactly(
                        new OpioidTables.DrugRow("fentanyl", "0.00", "60.00", "60.00", "60.00"),
                        new OpioidTables.DrugRow("oxycodone", "60.00", "0.00", "0.00", "0.00"));
    }

    @Test
    void whatHasNoMmeIsNamedWithItsReason() {
        OpioidPart part = part(SampleOpioids.rotation(trial));

        assertThat(part.why()).endsWith("Some days hold a drug that has no MME: the figures are of the rest.");
        assertThat(row(part, "Baseline").taken()).isEqualTo("82.50\u00a0+");
        assertThat(row(part, "Baseline").takenNote()).isEqualTo("7 of 7 days known, 3\u00a0partial");
        assertThat(part.tables().notConverted())
                .containsExactly(new OpioidTables.PresentRow(
                        "buprenorphine",
                        "168 HR buprenorphine 0.02 MG/HR Transdermal System",
                        "the factor set has no factor for it",
                        "taken on 3 baseline days and 1 trial day"));
    }

    @Test
    void aDayThatIsNotOverIsSaidToBeThat() {
        OpioidPart running = part(STEADY, "o45 o45 o15", 60);
        OpioidPart over = part(new SampleOpioids(trial.ended(), STEADY, "o45 o45 o15", 60));

        assertThat(row(running, "Last trial day").takenNote()).isEqualTo("5 Mar, not over yet");
        assertThat(running.tables().days().get(10).note()).isEqualTo("not over yet: what was taken so far");
        assertThat(row(over, "Last trial day").takenNote()).isEqualTo("5 Mar");
        assertThat(row(part(STEADY, "o45 o45 -", 60), "Last trial day").takenNote())
                .isEqualTo("5 Mar, no report");
    }

    @Test
    void theDaysAreATableToo() {
        List<OpioidTables.DayRow> days =
                part(SampleOpioids.rotation(trial)).tables().days();

        assertThat(days).hasSize(15);
        assertThat(days.get(8).parts()).isEqualTo("oxycodone 75.00; buprenorphine, not converted");
        assertThat(days.get(11))
                .isEqualTo(new OpioidTables.DayRow("Fri 6 Mar 2026", "trial", "unknown", "", "90.00", ""));
        assertThat(days.get(12).note()).contains("the dose counts");
        assertThat(days.get(14).taken()).isEqualTo("0.00");
    }

    @Test
    void everyWordIsSaidPlainly() {
        var outcome = SampleOpioids.rotation(trial).outcome();
        Stream<String> words = Stream.of(
                        Arrays.stream(MmeTier.values()).map(OpioidWords::tier),
                        Arrays.stream(Reduction.values()).map(OpioidWords::reduction),
                        Arrays.stream(NotConvertedReason.values()).map(OpioidWords::reason),
                        Arrays.stream(OpioidReason.values()).map(reason -> OpioidWords.because(reason, outcome)))
                .flatMap(all -> all);

        assertThat(words)
                .allMatch(word -> !word.isEmpty() && !word.contains("_"))
                .doesNotHaveDuplicates();
        assertThat(OpioidWords.citation("cdc-2022")).contains("MMWR Recomm Rep 2022;71(RR-3)");
        assertThat(OpioidWords.citation("other/1")).startsWith("No citation");
    }
}
