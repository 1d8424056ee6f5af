package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Systems;
import io.dorsal.model.fact.StatedFacts;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;

/** A document in the making: what it is to state, and the resources so far. */
record Draft(TrialEvidence evidence, DocumentIdentity identity, Entries entries, Parties parties) {

    /** One report of a kind. */
    record Reported<S extends Statement>(PatientReport report, S states) {}

    static Draft of(TrialEvidence evidence, DocumentIdentity identity) {
        Entries entries = new Entries();
        return new Draft(evidence, identity, entries, Parties.of(evidence.trial(), entries));
    }

    Trial trial() {
        return evidence.trial();
    }

    /** The standing reports of a kind dated up to the as-of instant, oldest first. */
    <S extends Statement> List<Reported<S>> reports(Class<S> kind, Function<S, Instant> dated) {
        return new StatedFacts(trial(), evidence.reports())
                .upTo(identity.asOf()).stream()
                        .filter(report -> kind.isInstance(report.states()))
                        .map(report -> new Reported<>(report, kind.cast(report.states())))
                        .sorted((one, other) -> dated.apply(one.states()).compareTo(dated.apply(other.states())))
                        .toList();
    }

    /** A figure as somebody stated it. */
    Figure stated(PatientReport report, CodeableConcept code) {
        Figure figure = new Figure(code, parties.patient(), statusOf(report));
        figure.observation().addIdentifier(identifier(report));
        revised(figure.observation(), report);
        return figure;
    }

    /** A figure that stands in another resource already. */
    Figure read(CodeableConcept code) {
        return new Figure(code, parties.patient(), ObservationStatus.FINAL);
    }

    /** A figure that an outcome gives; preliminary while more facts can come. */
    Figure computed(LocalCode code, boolean complete) {
        ObservationStatus status = complete ? ObservationStatus.FINAL : ObservationStatus.PRELIMINARY;
        return new Figure(code.concept(), parties.patient(), status)
                .performer(parties.clinic())
                .device(parties.software());
    }

    Reference add(Figure figure) {
        return entries.add(figure.observation());
    }

    /** The report's id, by which sending it twice counts once. */
    Identifier identifier(PatientReport report) {
        return Elements.identifier(
                Systems.reportOf(trial().trial()), report.report().value());
    }

    static void revised(DomainResource resource, PatientReport report) {
        resource.getMeta().setVersionId(Long.toString(report.revision()));
    }

    private static ObservationStatus statusOf(PatientReport report) {
        return report.revision() == 1 ? ObservationStatus.FINAL : ObservationStatus.CORRECTED;
    }
}
