package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.OpioidStatus;
import io.dorsal.model.outcome.Reduction;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.outcome.Status;
import java.time.LocalDate;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportGroupComponent;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * One individual MeasureReport for each definition. As in a rate over many patients, this one is in the denominator only
 * if there is a verdict, so that an undetermined trial is never a non-responder.
 */
final class Measures {
    private static final String POPULATION = "http://terminology.hl7.org/CodeSystem/measure-population";

    private final Draft draft;

    Measures(Draft draft) {
        this.draft = draft;
    }

    Reference pain(ResponderOutcome outcome, Section section) {
        MeasureReport report = report(outcome.definition(), outcome.complete(), section);
        period(report, outcome.baseline().from(), outcome.trial().to());
        boolean determined = outcome.status() == Status.RESPONDER || outcome.status() == Status.NON_RESPONDER;
        MeasureReportGroupComponent group = group(report, LocalCode.PAIN_RELIEF);
        populations(group, determined, outcome.status() == Status.RESPONDER);
        score(group, outcome.relief(), Elements.PERCENT);
        return draft.entries().add(report);
    }

    Reference stimulation(ResponderOutcome outcome, Section section) {
        MeasureReport report = report(outcome.stimulation().definition(), outcome.complete(), section);
        period(report, outcome.trial().from(), outcome.trial().to());
        return draft.entries().add(report);
    }

    Reference opioids(OpioidOutcome outcome, Section section) {
        MeasureReport report = report(outcome.definition(), outcome.complete(), section);
        period(
                report,
                outcome.taken().baseline().from(),
                outcome.taken().trial().to());
        OpioidOutcome.Change change = outcome.taken().change();
        MeasureReportGroupComponent group = group(report, LocalCode.MME_CHANGE);
        populations(
                group,
                outcome.status() == OpioidStatus.DETERMINED,
                change != null && change.reached().contains(Reduction.ANY));
        score(group, change == null ? null : change.percent(), Elements.PERCENT);
        return draft.entries().add(report);
    }

    Reference function(HolisticOutcome outcome, ResponderOutcome pain, Section section) {
        MeasureReport report = report(outcome.definition(), pain.complete(), section);
        period(report, pain.baseline().from(), pain.trial().to());
        boolean determined = outcome.status() == Status.RESPONDER || outcome.status() == Status.NON_RESPONDER;
        MeasureReportGroupComponent group = group(report, LocalCode.HOLISTIC_RESPONSE);
        populations(group, determined, outcome.status() == Status.RESPONDER);
        score(group, outcome.cumulativeScore(), Elements.COUNT);
        return draft.entries().add(report);
    }

    private MeasureReport report(String definition, boolean complete, Section section) {
        MeasureReport report = new MeasureReport()
                .setStatus(complete ? MeasureReportStatus.COMPLETE : MeasureReportStatus.PENDING)
                .setType(MeasureReportType.INDIVIDUAL)
                .setMeasure(Systems.MEASURE + definition.replace('/', '|'))
                .setSubject(draft.parties().patient())
                .setReporter(draft.parties().clinic());
        report.setDateElement(Elements.dateTime(draft.identity().asOf()));
        section.entries().forEach(report::addEvaluatedResource);
        return report;
    }

    /** A trial whose lead is not in has no window; the report still needs a period, and ends when it was made. */
    private void period(MeasureReport report, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate asOf = draft.trial().days().dateOf(draft.identity().asOf());
        report.setPeriod(Elements.period(from, to == null ? asOf : to));
    }

    private static MeasureReportGroupComponent group(MeasureReport report, LocalCode code) {
        return report.addGroup().setCode(code.concept());
    }

    private static void populations(MeasureReportGroupComponent group, boolean determined, boolean reached) {
        population(group, "initial-population", true);
        population(group, "denominator", determined);
        population(group, "numerator", reached);
    }

    private static void population(MeasureReportGroupComponent group, String code, boolean in) {
        group.addPopulation().setCode(Elements.concept(POPULATION, code)).setCount(in ? 1 : 0);
    }

    private static void score(MeasureReportGroupComponent group, @Nullable Rational value, Elements.Unit unit) {
        if (value != null) {
            group.setMeasureScore(Elements.quantity(value, unit));
        }
    }
}
