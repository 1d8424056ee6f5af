package io.dorsal.dashboard.core.page;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Listed;
import io.dorsal.dashboard.core.ListedOutcome;
import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.TrialCalendar;
import io.dorsal.dashboard.core.TrialRow;
import io.dorsal.dashboard.core.Words;
import io.dorsal.dashboard.core.coverage.CoveragePart;
import io.dorsal.dashboard.core.coverage.DeterminationPart;
import io.dorsal.dashboard.core.coverage.Determinations;
import io.dorsal.dashboard.core.function.FunctionPart;
import io.dorsal.dashboard.core.opioid.OpioidPart;
import io.dorsal.dashboard.core.packet.Done;
import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.dashboard.core.packet.PacketPart;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.presentation.NumberText;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one trial.
 *
 * @param row the trial's words as in the list, so that both pages speak alike
 * @param outcome null while there is none to show
 * @param notice what the reader should know about where the outcome comes from; empty when it is as asked for
 * @param opioids null while there is no opioid outcome to show; the rest of the page stands without it
 * @param opioidNotice as {@code notice}
 * @param function null while there is no statement about it
 * @param coverage null while there is no determination to show
 * @param coverageNotice as {@code notice}
 * @param packets what was issued and can be
 * @param policyPicked the policy that the reader picked, for links to keep; empty where none is or it is not known
 * @param asOfField what the as-of field of the form holds
 * @param asOfAsked whether an instant was asked for, so that the page does not move on with time
 */
public record TrialPage(
        TrialRow row,
        List<Fact> facts,
        @Nullable OutcomePart outcome,
        String notice,
        @Nullable OpioidPart opioids,
        String opioidNotice,
        @Nullable FunctionPart function,
        @Nullable CoveragePart coverage,
        String coverageNotice,
        PacketPart packets,
        String policyPicked,
        Identity identity,
        String asOfField,
        boolean asOfAsked,
        String zone) {

    /** One line of the header. */
    public record Fact(String term, String value) {}

    /** The outcomes of one trial, each with where it comes from, and the packets that were issued of them. */
    public record Outcomes(
            Sourced<ResponderOutcome> pain,
            Sourced<OpioidOutcome> opioids,
            Sourced<Determinations> coverage,
            Answer<List<Packet>> packets) {}

    /**
     * What the reader asked for.
     *
     * @param asOf null for now
     * @param policy null for the one that the trial names
     * @param done what the reader has just done to a packet; null when nothing
     */
    public record Asked(
            @Nullable Instant asOf,
            @Nullable String policy,
            @Nullable Done done) {}

    public static TrialPage of(Trial trial, Outcomes outcomes, Asked asked, Instant now) {
        ResponderOutcome pain = outcomes.pain().outcome();
        OpioidOutcome opioids = outcomes.opioids().outcome();
        Determinations all = outcomes.coverage().outcome();
        TrialRow row = TrialRow.of(new Listed(trial, pain == null ? null : ListedOutcome.of(pain)), now);
        HolisticOutcome function = pain == null ? null : pain.function();
        CoveragePart coverage = all == null ? null : CoveragePart.of(trial, all, asked.policy(), now);
        Instant asOf = asked.asOf();
        return new TrialPage(
                row,
                facts(trial, row, now),
                pain == null ? null : OutcomePart.of(trial, pain),
                outcomes.pain().notice(),
                opioids == null ? null : OpioidPart.of(trial, opioids),
                outcomes.opioids().notice(),
                function == null ? null : FunctionPart.of(trial, function),
                coverage,
                outcomes.coverage().notice(),
                PacketPart.of(trial, outcomes.packets(), all, shown(coverage), asOf != null, asked.done()),
                picked(coverage, asked),
                Identity.of(pain, opioids, all == null ? null : all.all().getFirst()),
                Times.field(asOf == null ? now : asOf, trial.timezone()),
                asOf != null,
                trial.timezone().getId());
    }

    private static String picked(@Nullable CoveragePart coverage, Asked asked) {
        String shown = shown(coverage);
        return shown == null || !shown.equals(asked.policy()) ? "" : shown;
    }

    private static @Nullable String shown(@Nullable CoveragePart coverage) {
        DeterminationPart shown = coverage == null ? null : coverage.shown();
        return shown == null ? null : shown.policy();
    }

    private static List<Fact> facts(Trial trial, TrialRow row, Instant now) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Therapy", Words.therapy(trial.therapy())));
        if (trial.indication() != null) {
            facts.add(new Fact("Indication (ICD-10-CM)", trial.indication()));
        }
        facts.add(new Fact("Clinic", row.clinic()));
        facts.add(new Fact("Lead placed", at(trial.leadPlacedAt(), trial, "not yet")));
        if (trial.leadRemovedAt() != null) {
            facts.add(new Fact("Lead removed", at(trial.leadRemovedAt(), trial, "")));
        } else {
            Duration left = new TrialCalendar(trial, now).toRemoval();
            String planned = at(trial.plannedRemovalAt(), trial, "not planned");
            facts.add(new Fact("Planned removal", left == null ? planned : planned + " \u00b7 " + row.removal()));
        }
        for (Assignment worn : trial.devices()) {
            facts.add(new Fact("Device " + worn.device(), worn(worn, trial)));
        }
        facts.add(new Fact("Pain", Words.scale(trial.painScale()) + ", " + Words.construct(trial.painConstruct())));
        return facts;
    }

    private static String worn(Assignment worn, Trial trial) {
        String from = "from " + at(worn.from(), trial, "");
        return worn.to() == null ? from : from + " to " + at(worn.to(), trial, "");
    }

    private static String at(@Nullable Instant instant, Trial trial, String otherwise) {
        return instant == null ? otherwise : Times.minute(instant, trial.timezone());
    }

    /** What is read out when the page has changed by itself. */
    public String summary() {
        return painSummary()
                + (opioids == null ? "" : "; opioids %s, change %s".formatted(opioids.status(), opioids.change()))
                        .replace(NumberText.NONE, "not known")
                + (coverage == null || coverage.shown() == null
                        ? ""
                        : "; coverage %s".formatted(coverage.shown().result()));
    }

    private String painSummary() {
        return outcome == null
                ? "%s: no outcome yet".formatted(row.subject())
                : "%s: %s, relief %s, trial days answered %s"
                        .formatted(row.subject(), outcome.status(), row.relief(), row.trialAnswered())
                        .replace(NumberText.NONE, "not known");
    }
}
