package io.dorsal.dashboard.core.page;

import static io.dorsal.dashboard.SampleOutcome.scores;
import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleCoverage;
import io.dorsal.dashboard.SampleOpioids;
import io.dorsal.dashboard.SampleOutcome;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.Answer;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Trial;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrialPageTest {
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final Double[] EIGHTS = scores(8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0);
    private final SampleTrial trial = SampleTrial.of("T-1");

    private TrialPage page(SampleOutcome sample) {
        return page(sample.of().trial(), sample.outcome(), null, null);
    }

    private static TrialPage page(
            Trial trial, @Nullable ResponderOutcome pain, @Nullable OpioidOutcome opioids, @Nullable Instant asOf) {
        return TrialPage.of(
                trial,
                new TrialPage.Outcomes(
                        new Sourced<>(pain, ""),
                        new Sourced<>(opioids, ""),
                        new Sourced<>(null, ""),
                        new Answer.Found<>(List.of())),
                new TrialPage.Asked(asOf, null, null),
                NOW);
    }

    private static Explained figure(List<Explained> all, String id) {
        return all.stream().filter(figure -> figure.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void theVerdictShowsItsComparison() {
        assertThat(page(SampleOutcome.of(trial, EIGHTS, 4.0, 4.0, 4.0))
                        .outcome()
                        .verdict())
                .isEqualTo("2\u00b7T \u2264 B: 2\u00b74 = 8 \u2264 8, so responder.");
        assertThat(page(SampleOutcome.of(trial, EIGHTS, 4.0, 5.0, 4.0))
                        .outcome()
                        .verdict())
                .isEqualTo("2\u00b7T > B: 2\u00b713/3 = 26/3 > 8, so non-responder.");
    }

    @Test
    void tooFewDaysAreSaidInstead() {
        OutcomePart early = page(SampleOutcome.of(trial, EIGHTS, 4.0, null)).outcome();

        assertThat(early.status()).isEqualTo("Undetermined");
        assertThat(early.verdict()).startsWith("The trial has 1 of 2 days answered; at least 3");
        assertThat(early.figure().rows()).extracting(ReliefRow::kind).containsExactly("perceived");
        assertThat(figure(early.certainty(), "interval").value()).isEqualTo("\u2013");
        OutcomePart bare = page(SampleOutcome.of(trial, scores(8.0, null, null, null, null, null, null), 4.0))
                .outcome();
        assertThat(bare.verdict()).startsWith("The baseline has 1 of 7 days answered; at least 4");
    }

    @Test
    void everyFigureIsExplained() {
        OutcomePart outcome = page(SampleOutcome.responder(trial)).outcome();

        assertThat(outcome.figures())
                .hasSize(8)
                .allMatch(figure -> figure.meaning().length() > 20);
        assertThat(outcome.certainty())
                .hasSize(8)
                .allMatch(figure -> figure.meaning().length() > 20);
        assertThat(figure(outcome.figures(), "relief").here()).isEqualTo("100\u00b7(8 \u2212 4) / 8 = 50\u00a0%.");
        assertThat(figure(outcome.certainty(), "bounds").here()).isEqualTo("2 of 7 trial days so far unanswered.");
        assertThat(figure(outcome.certainty(), "confidence").value()).isEqualTo("87.3\u00a0%");
        assertThat(figure(outcome.certainty(), "perceived").here())
                .isEqualTo("Perceived minus calculated: +10.0 points.");
    }

    @Test
    void worsePainIsShownAsSuch() {
        OutcomePart worse = page(SampleOutcome.of(trial, EIGHTS, 9.0, 9.0, 9.0)).outcome();

        assertThat(worse.relief()).isEqualTo("\u221212.5\u00a0%");
        assertThat(worse.reliefNote()).isEqualTo("pain is worse than before");
        assertThat(figure(worse.figures(), "relief").here()).contains("below zero, pain is worse than before");
        assertThat(worse.figure().ticks())
                .extracting(ReliefRow.Tick::label)
                .containsExactly("\u221250", "0", "50", "100");
    }

    @Test
    void theLedgerCountsAndNamesWhatIsMissing() {
        Tables tables = page(SampleOutcome.responder(trial)).outcome().tables();

        assertThat(tables.ledger())
                .extracting(Tables.LedgerRow::count)
                .containsExactly("41,204 of 41,207 events", "10,000 of 10,000 events");
        assertThat(tables.ledger())
                .extracting(Tables.LedgerRow::missing)
                .containsExactly("1207-1208, 3001", "none; 5 numbers used for different events: 0-4");
        assertThat(tables.clock()).extracting(Tables.ClockRow::offset).containsExactly("+2.4\u00a0s", "unknown");
        assertThat(tables.missing())
                .extracting(Tables.MissingRow::until)
                .containsExactly("too late", "until 10 Mar 2026, 10:00 EDT");
        assertThat(tables.days())
                .filteredOn(day -> day.mean().equals("missing"))
                .hasSize(2);
        assertThat(tables.stretches()).extracting(Tables.StretchRow::what).contains("Off", "On: Program A, tonic");
    }

    @Test
    void anEndedTrialSaysThatOnlyACorrectionChangesIt() {
        TrialPage ended = page(SampleOutcome.responder(trial.ended()));

        assertThat(ended.outcome().complete()).isTrue();
        assertThat(ended.facts())
                .extracting(TrialPage.Fact::term)
                .contains("Lead removed")
                .doesNotContain("Planned removal");
        assertThat(figure(ended.outcome().certainty(), "needed").here()).isEqualTo("The trial has ended.");
        assertThat(page(SampleOutcome.of(trial, EIGHTS, 4.0, 4.0, 4.0))
                        .outcome()
                        .certainty())
                .filteredOn(figure -> figure.id().equals("needed"))
                .extracting(Explained::value)
                .containsExactly("mean \u2264 4.75");
    }

    @Test
    void withoutOutcomeThePageStillHasItsFacts() {
        TrialPage page = page(trial.planned(), null, null, Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(page.outcome()).isNull();
        assertThat(page.asOfAsked()).isTrue();
        assertThat(page.asOfField()).isEqualTo("2026-03-01T07:00");
        assertThat(page.summary()).isEqualTo("S-T-1: no outcome yet");
        assertThat(page.facts()).contains(new TrialPage.Fact("Lead placed", "not yet"));
    }

    @Test
    void theSummaryIsReadAloud() {
        assertThat(page(SampleOutcome.responder(trial)).summary())
                .isEqualTo("S-T-1: Responder, relief 50.0\u00a0%, trial days answered 5 of 7");
    }

    @Test
    void opioidsStandByThemselves() {
        var opioids = SampleOpioids.rotation(trial).outcome();
        TrialPage page = page(trial.trial(), null, opioids, null);

        assertThat(page.outcome()).isNull();
        assertThat(page.opioids()).isNotNull();
        assertThat(page.summary())
                .isEqualTo("S-T-1: no outcome yet; opioids Change determined, change \u221237.3\u00a0%");
        assertThat(page.identity().agreement()).isEqualTo("Cannot be told");
    }

    @Test
    void thePageSaysWhetherItsOutcomesAgreeOnTheirFacts() {
        var pain = SampleOutcome.responder(trial).outcome();
        var opioids = SampleOpioids.rotation(trial).outcome();

        assertThat(Identity.of(pain, opioids, null).agreement()).isEqualTo("Yes");
        assertThat(Identity.of(pain, opioids, null).definitions())
                .extracting(Identity.Code::value)
                .containsExactly("pain-relief/1", "stimulation/1", "opioid/1", "cdc-2022", "rxnorm/2020-10-20");
        assertThat(Identity.of(pain, SampleOpioids.rotation(trial).stating("ab").outcome(), null)
                        .agreement())
                .isEqualTo("Not at this moment");
        assertThat(Identity.of(pain, null, null).agreement()).isEqualTo("Cannot be told");
        assertThat(Identity.of(pain, opioids, SampleCoverage.incomplete("T-1")).agreement())
                .isEqualTo("Not at this moment");
        CoverageDetermination same = SampleCoverage.stating("T-1", pain.statedDigest());
        assertThat(Identity.of(pain, null, same).agreementHere())
                .isEqualTo("The outcomes of pain and coverage have seen the same trial document and the same reports.");
    }

    @Test
    void whereAnOutcomeComesFromIsSaid() {
        var opioids = SampleOpioids.rotation(trial).outcome();
        Sourced.Source<OpioidOutcome> source = new Sourced.Source<>(
                "opioid-service", "The opioid outcome", null, SampleTrial.ZONE, OpioidOutcome::asOf);

        assertThat(source.shown(new Answer.Found<>(opioids), () -> null).notice())
                .isEmpty();
        assertThat(source.shown(new Answer.Unknown<>(), () -> null))
                .isEqualTo(new Sourced<>(null, "opioid-service has no outcome of this trial yet."));
        assertThat(source.shown(new Answer.Unavailable<>("it cannot be reached"), () -> opioids)
                        .notice())
                .isEqualTo("The opioid outcome as of now could not be had: it cannot be reached. "
                        + "Shown instead is the latest published one, as of 9 Mar 2026, 21:00 EDT.");
    }

    @Test
    void fractionsStayExact() {
        assertThat(Exact.text(Rational.of(11, 3))).isEqualTo("11/3");
        assertThat(Exact.text(Rational.of(-9, 2))).isEqualTo("\u22124.5");
        assertThat(Exact.text(Rational.of(new BigDecimal("3.3000000000000003"))))
                .isEqualTo("\u2248\u00a03.300");
        assertThat(Exact.percent(Rational.of(new BigDecimal("33.333333333333336"))))
                .isEqualTo("\u2248\u00a033.333\u00a0%");
        assertThat(Exact.percent(Rational.of(100, 3))).isEqualTo("100/3\u00a0% \u2248 33.3\u00a0%");
    }
}
