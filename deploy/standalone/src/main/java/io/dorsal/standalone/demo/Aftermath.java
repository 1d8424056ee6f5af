package io.dorsal.standalone.demo;

import io.dorsal.model.DecisionId;
import io.dorsal.model.PayerId;
import io.dorsal.model.decision.Choice;
import io.dorsal.model.decision.ClinicianDecision.Signature;
import io.dorsal.model.decision.PayerDecision;
import io.dorsal.model.decision.PayerDecision.Denial;
import io.dorsal.model.decision.PayerDecision.Disputed;
import io.dorsal.model.decision.PayerDecision.Request;
import io.dorsal.model.decision.PayerDecision.Result;
import io.dorsal.model.decision.PayerDecision.Stage;
import io.dorsal.standalone.simulate.core.Delivery;
import io.dorsal.standalone.simulate.core.Delivery.ClinicianDecided;
import io.dorsal.standalone.simulate.core.Delivery.PayerAnswered;
import io.dorsal.standalone.simulate.core.TrialCourse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the clinician decides the day after the lead came out, and what the payer answers before and after. */
enum Aftermath {
    /** Nothing is decided while the demo is played. */
    OPEN,
    /** Both requests are granted. */
    IMPLANTED,
    /** The permanent system is refused for a paper that is missing. */
    DENIED,
    /** The clinician decides against a permanent system, so nobody asks the payer. */
    NOT_IMPLANTED;

    private static final Signature SIGNER =
            new Signature("DR-1", "Demo Physician, MD", "Decision of the treating physician");
    private static final Denial NO_PSYCHOLOGIST =
            new Denial("D-17", "No psychological evaluation in the record.", new Disputed("mac-scs-ngs", "L3"));

    List<Delivery> deliveries(TrialCourse course) {
        return switch (this) {
            case OPEN -> List.of();
            case IMPLANTED ->
                List.of(
                        trial(course),
                        decided(course, Choice.IMPLANT, "Relief and walking distance are what the patient hoped for."),
                        permanent(course, Result.APPROVED, null));
            case DENIED ->
                List.of(
                        trial(course),
                        decided(course, Choice.IMPLANT, "Sleeps through the night and takes fewer tablets."),
                        permanent(course, Result.DENIED, NO_PSYCHOLOGIST));
            case NOT_IMPLANTED ->
                List.of(
                        trial(course),
                        decided(course, Choice.NO_IMPLANT, "Too little relief; the patient does not want an implant."));
        };
    }

    private static Delivery decided(TrialCourse course, Choice choice, String reason) {
        Instant signed = instant(course, removal(course).plusDays(1), 9);
        return new ClinicianDecided(signed, course.trial(), new DecisionId("c-1"), choice, reason, SIGNER);
    }

    private static Delivery trial(TrialCourse course) {
        LocalDate placed = course.placementDate();
        return answered(
                course,
                "p-trial",
                new Request(Stage.TRIAL, "63650"),
                instant(course, placed.minusDays(8), 12),
                Result.APPROVED,
                instant(course, placed.minusDays(4), 15),
                null);
    }

    private static Delivery permanent(TrialCourse course, Result result, @Nullable Denial denial) {
        LocalDate removed = removal(course);
        return answered(
                course,
                "p-permanent",
                new Request(Stage.PERMANENT, "63685"),
                instant(course, removed.plusDays(1), 12),
                result,
                instant(course, removed.plusDays(5), 15),
                denial);
    }

    private static Delivery answered(
            TrialCourse course,
            String id,
            Request request,
            Instant requestedAt,
            Result result,
            Instant decidedAt,
            @Nullable Denial denial) {
        PayerId payer = Objects.requireNonNull(course.papers().terms().payer(), "Only a named payer answers.");
        return new PayerAnswered(new PayerDecision(
                course.trial(),
                new DecisionId(id),
                null,
                payer,
                request,
                false,
                requestedAt,
                result,
                decidedAt,
                denial,
                decidedAt,
                null));
    }

    private static LocalDate removal(TrialCourse course) {
        return course.days().dateOf(course.removalAt());
    }

    private static Instant instant(TrialCourse course, LocalDate date, int hour) {
        return date.atTime(LocalTime.of(hour, 0)).atZone(course.timezone()).toInstant();
    }
}
