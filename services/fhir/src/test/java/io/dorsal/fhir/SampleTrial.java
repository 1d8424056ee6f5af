package io.dorsal.fhir;

import static io.dorsal.fhir.TrialSketch.BUPRENORPHINE;
import static io.dorsal.fhir.TrialSketch.OXYCODONE;
import static io.dorsal.fhir.TrialSketch.PLACEMENT;
import static io.dorsal.fhir.TrialSketch.at;

import io.dorsal.model.PainScale;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.ReportKind;
import io.dorsal.model.report.Statement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Trials as the demo plays them, and odder ones: each is a document, and none may be an invalid one. */
public enum SampleTrial {
    RESPONDER(() -> complete().pain(seven(8), days(3, 4, 4, 3, 3, 3, 2)).takes(OXYCODONE, 4, 2)),
    NON_RESPONDER(() -> complete().pain(seven(7), days(7, 6, 6, 5, 6, 6, 7)).takes(OXYCODONE, 4, 4)),
    WORSE(() -> complete().pain(seven(4), days(7, 8, 6, 9, 6, 7, 7)).takes(OXYCODONE, 1, 3)),
    UNDETERMINED(() -> complete().pain(seven(8), days(3, null, null, null, null, null, 2))),
    MISSING_DAYS(() -> complete().pain(days(8, null, 8, 8, null, 8, 7), days(3, null, 4, null, null, 3, 2))),
    BASELINE_ZERO(() -> complete().pain(seven(0), days(0, 1, 0, 1, 0, 0, 0))),
    UNEVEN_MEAN(() -> complete().pain(days(7, 8, 8, 7, 8, 7, 7.5), days(2.5, 3, 3, 2, 3, 2, 2))),
    VAS(() -> complete().scale(PainScale.VAS).pain(seven(72), days(30, 35.5, 31, 28, 40, 31, 22))),
    NO_OPIOIDS(() -> none(complete().pain(seven(8), days(3, 4, 4, 3, 3, 3, 2)))),
    OPIOIDS_ENDED(
            () -> none(complete().pain(seven(8), days(3, 4, 4, 3, 3, 3, 2)).takes(OXYCODONE, 4, 0))),
    PATCHES(() -> complete()
            .pain(seven(8), days(3, 4, 4, 3, 3, 3, 2))
            .patch(PLACEMENT.minusDays(9), PLACEMENT.minusDays(3))
            .patch(PLACEMENT.minusDays(3), null)),
    NOT_CONVERTED(() -> complete()
            .pain(seven(8), days(3, 4, 4, 3, 3, 3, 2))
            .takes(OXYCODONE, 4, 2)
            .takes(BUPRENORPHINE, 1, 1)
            .takes("9999999", 0, 1)
            .report(
                    "i-drops",
                    1,
                    new Statement.Intake(at(PLACEMENT.plusDays(1), "13:00"), OXYCODONE, BigDecimal.TEN, "20 drops"))),
    CORRECTED(() -> corrected(complete().pain(seven(6), days(3, 3, 8, 3, 3, 9)).takes(OXYCODONE, 4, 2))
            .amending("P-0")),
    QUESTIONNAIRES(() -> questionnaires(complete().pain(seven(8), days(3, 4, 4, 3, 3, 3, 2)))),
    RUNNING(() -> complete()
            .pain(seven(8), days(3, 4, null, 2))
            .takes(OXYCODONE, 4, 2)
            .asOf("2026-03-06T18:00:00Z")),
    PLANNED(() -> complete().pain(days(8, 8, 7), days()).notPlaced()),
    UNKNOWN_POLICY(() -> complete().pain(seven(8), days(3, 4, 4, 3, 3, 3, 2)).policy("no-such-policy")),
    NOTHING_KNOWN(() -> new TrialSketch().unpaid()),
    WITHOUT_OUTCOMES(() -> complete().withoutOutcomes()),
    PROSE_IN_WORDS(() -> complete()
            .pain(seven(8), days(3, 4, 4, 3, 3, 3, 2))
            .document("Letter of Dr. Jane Doe about <John>", "He said: \"better\"", "Dr. Jane Doe")
            .treatment("Acupuncture by his sister", "no effect, he says"));

    private final Supplier<TrialSketch> sketch;

    SampleTrial(Supplier<TrialSketch> sketch) {
        this.sketch = sketch;
    }

    public TrialSketch sketch() {
        return sketch.get();
    }

    private static TrialSketch complete() {
        return new TrialSketch()
                .papers()
                .stimulated()
                .questionnaire("o-1", PLACEMENT.minusDays(2), Instrument.ODI, "52")
                .questionnaire("o-2", PLACEMENT.plusDays(6), Instrument.ODI, "30")
                .report(
                        "r-1",
                        1,
                        new Statement.PerceivedRelief(at(PLACEMENT.plusDays(7), "10:00"), new BigDecimal("60")))
                .report(
                        "a-1",
                        1,
                        new Statement.AnalgesicReduction(
                                at(PLACEMENT.plusDays(7), "11:00"), new BigDecimal("55.5"), "NP-7"));
    }

    private static TrialSketch none(TrialSketch sketch) {
        for (int day = -7; day <= 7; day++) {
            sketch.takesNothing(PLACEMENT.plusDays(day));
        }
        return sketch;
    }

    private static TrialSketch corrected(TrialSketch sketch) {
        return sketch.report("p-2026-03-05", 2, sketch.pain(PLACEMENT.plusDays(3), "3"))
                .report("p-2026-03-08", 2, new Statement.Retraction(ReportKind.PAIN, "typed on the wrong day"))
                .report("i-1049683-2026-03-04-0", 2, new Statement.Retraction(ReportKind.INTAKE, "not taken"))
                .report(
                        "o-2",
                        3,
                        new Statement.Function(
                                at(PLACEMENT.plusDays(6), "10:00"), Instrument.ODI, new BigDecimal("28"), null));
    }

    private static TrialSketch questionnaires(TrialSketch sketch) {
        List.of(
                        "EQ_5D_5L -0.123 0.7",
                        "PROMIS_PHYSICAL_FUNCTION 31.5 42",
                        "PROMIS_PAIN_INTERFERENCE 70 60",
                        "PROMIS_SLEEP_DISTURBANCE 61 55",
                        "SLEEP 3 6",
                        "PGIC 4 2")
                .forEach(line -> {
                    String[] words = line.split(" ");
                    Instrument instrument = Instrument.valueOf(words[0]);
                    sketch.questionnaire("q-1-" + instrument, PLACEMENT.minusDays(2), instrument, words[1])
                            .questionnaire("q-2-" + instrument, PLACEMENT.plusDays(6), instrument, words[2]);
                });
        return sketch;
    }

    private static List<@Nullable Object> seven(Object score) {
        return days(score, score, score, score, score, score, score);
    }

    private static List<@Nullable Object> days(@Nullable Object... scores) {
        return Arrays.asList(scores);
    }
}
