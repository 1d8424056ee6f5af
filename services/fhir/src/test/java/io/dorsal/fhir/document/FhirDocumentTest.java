package io.dorsal.fhir.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.SampleTrial;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.TrialSketch;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;

/** What a document says, and what it must not say. */
class FhirDocumentTest {

    @Test
    void theCompositionComesFirstAndNamesWhatItAmends() {
        Bundle document = document(SampleTrial.CORRECTED);
        assertThat(document.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        Composition composition = (Composition) document.getEntryFirstRep().getResource();
        assertThat(composition.getStatus()).isEqualTo(Composition.CompositionStatus.AMENDED);
        assertThat(composition.getRelatesToFirstRep().getTargetIdentifier().getValue())
                .isEqualTo("P-0");
        assertThat(document.getIdentifier().getValue()).isEqualTo("P-1");
    }

    @Test
    void everyReferenceLeadsToAnEntry() {
        for (SampleTrial sample : SampleTrial.values()) {
            Bundle document = document(sample);
            List<String> urls = document.getEntry().stream()
                    .map(BundleEntryComponent::getFullUrl)
                    .toList();
            assertThat(urls).doesNotHaveDuplicates();
            assertThat(Fhir.context().newTerser().getAllPopulatedChildElementsOfType(document, Reference.class))
                    .filteredOn(Reference::hasReference)
                    .extracting(Reference::getReference)
                    .isSubsetOf(urls);
        }
    }

    @Test
    void aFigureLeadsBackToTheDiaryEntries() {
        Bundle document = document(SampleTrial.RESPONDER);
        Map<String, Resource> byUrl = document.getEntry().stream()
                .collect(Collectors.toMap(BundleEntryComponent::getFullUrl, BundleEntryComponent::getResource));
        Observation relief = one(document, LocalCode.PAIN_RELIEF);
        assertThat(relief.getValueQuantity().getValue()).isEqualByComparingTo("60.7142");
        List<Observation> windows = sources(relief, byUrl);
        assertThat(windows).hasSize(3);
        List<Observation> days = sources(windows.getFirst(), byUrl);
        assertThat(days).hasSize(7);
        Observation entry = sources(days.getFirst(), byUrl).getFirst();
        assertThat(entry.getIdentifierFirstRep().getValue()).isEqualTo("p-2026-02-23");
        assertThat(entry.getValueQuantity().getValue()).isEqualByComparingTo("8");
    }

    @Test
    void aMissingDayIsMissingAndNotZero() {
        List<Observation> days = all(document(SampleTrial.MISSING_DAYS), LocalCode.PAIN_DAY);
        assertThat(days).hasSize(14);
        assertThat(days).filteredOn(day -> !day.hasValue()).hasSize(5).allSatisfy(day -> {
            assertThat(day.getDataAbsentReason().getCodingFirstRep().getCode()).isEqualTo("unknown");
            assertThat(day.getDerivedFrom()).isEmpty();
        });
        assertThat(all(document(SampleTrial.UNDETERMINED), LocalCode.MME_DAY))
                .hasSize(14)
                .noneMatch(Observation::hasValue);
    }

    @Test
    void nothingTakenIsAZeroThatWasStated() {
        Bundle document = document(SampleTrial.NO_OPIOIDS);
        assertThat(all(document, LocalCode.MME_DAY))
                .hasSize(14)
                .allSatisfy(day -> assertThat(day.getValueQuantity().getValue()).isEqualByComparingTo(BigDecimal.ZERO));
        assertThat(resources(document, MedicationStatement.class))
                .hasSize(14)
                .allMatch(none -> none.getStatus() == MedicationStatement.MedicationStatementStatus.NOTTAKEN);
    }

    @Test
    void whatHasNoFactorIsNamed() {
        Bundle document = document(SampleTrial.NOT_CONVERTED);
        assertThat(Fhir.json(one(document, LocalCode.MME_CHANGE)))
                .contains("\"NO_FACTOR\"", "\"UNKNOWN_DRUG\"", "\"UNIT_DOES_NOT_FIT\"");
    }

    @Test
    void aRetractedReportIsAbsentAndACorrectedOneSaysSo() {
        Bundle document = document(SampleTrial.CORRECTED);
        assertThat(Fhir.json(document)).doesNotContain("p-2026-03-08\"", "wrong day", "i-1049683-2026-03-04-0\"");
        assertThat(resources(document, Observation.class))
                .filteredOn(entry -> entry.getIdentifierFirstRep().getValue() != null)
                .filteredOn(entry -> entry.getIdentifierFirstRep().getValue().equals("p-2026-03-05"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getStatus()).isEqualTo(ObservationStatus.CORRECTED);
                    assertThat(entry.getMeta().getVersionId()).isEqualTo("2");
                });
    }

    @Test
    void anUndeterminedTrialIsInNoDenominator() {
        assertThat(populations(SampleTrial.RESPONDER)).containsExactly(1, 1, 1);
        assertThat(populations(SampleTrial.NON_RESPONDER)).containsExactly(1, 1, 0);
        assertThat(populations(SampleTrial.UNDETERMINED)).containsExactly(1, 0, 0);
    }

    @Test
    void whileFactsCanComeFiguresArePreliminary() {
        Bundle document = document(SampleTrial.RUNNING);
        assertThat(one(document, LocalCode.PAIN_RELIEF).getStatus()).isEqualTo(ObservationStatus.PRELIMINARY);
        assertThat(Fhir.json(document)).doesNotContain("lead-removal");
    }

    @Test
    void proseStaysOut() {
        assertThat(Fhir.json(document(SampleTrial.PROSE_IN_WORDS))).doesNotContain("Jane", "John", "better", "sister");
    }

    @Test
    void thePatientIsAPseudonym() {
        for (SampleTrial sample : SampleTrial.values()) {
            Resource patient = document(sample).getEntry().get(1).getResource();
            assertThat(Fhir.json(patient))
                    .isEqualTo("{\"resourceType\":\"Patient\",\"id\":\"%s\",\"identifier\":["
                                    .formatted(patient.getIdElement().getIdPart())
                            + "{\"system\":\"urn:dorsal:clinic:harbor-pain:subject\",\"value\":\"S-0417\"},"
                            + "{\"system\":\"urn:dorsal:trial\",\"value\":\"T-1\"}]}");
        }
    }

    @Test
    void theDeterminationIsNoApproval() {
        Observation determination = one(document(SampleTrial.RESPONDER), LocalCode.COVERAGE_DETERMINATION);
        assertThat(determination.getValueCodeableConcept().getCodingFirstRep().getCode())
                .isEqualTo("SUPPORTED");
        assertThat(determination.getComponent())
                .extracting(part -> part.getCode().getCodingFirstRep().getCode())
                .contains("N1", "N5", "L3", "L6");
        assertThat(Fhir.json(determination)).doesNotContainIgnoringCase("approv");
    }

    @Test
    void theSameFactHasTheSameIdInTheNextPacket() {
        List<String> before = urls(document(SampleTrial.RESPONDER));
        TrialSketch sketch = SampleTrial.RESPONDER.sketch();
        sketch.report("p-2026-03-09", 2, sketch.pain(TrialSketch.PLACEMENT.plusDays(7), "3"));
        List<String> after = urls(FhirDocument.of(sketch.evidence(), sketch.identity()));
        // Entry, day, two windows, relief and its measure, holistic response and its measure, the determination's
        // figure,
        // the Composition, and the Provenance.
        assertThat(after)
                .hasSameSizeAs(before)
                .filteredOn(url -> !before.contains(url))
                .hasSize(11);
    }

    private static List<Integer> populations(SampleTrial sample) {
        return resources(document(sample), MeasureReport.class).getFirst().getGroupFirstRep().getPopulation().stream()
                .map(MeasureReport.MeasureReportGroupPopulationComponent::getCount)
                .toList();
    }

    private static Bundle document(SampleTrial sample) {
        TrialSketch sketch = sample.sketch();
        return FhirDocument.of(sketch.evidence(), sketch.identity());
    }

    private static List<String> urls(Bundle document) {
        return document.getEntry().stream()
                .map(BundleEntryComponent::getFullUrl)
                .toList();
    }

    private static List<Observation> sources(Observation observation, Map<String, Resource> byUrl) {
        return observation.getDerivedFrom().stream()
                .map(source -> (Observation) byUrl.get(source.getReference()))
                .toList();
    }

    private static Observation one(Bundle document, LocalCode code) {
        List<Observation> found = all(document, code);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<Observation> all(Bundle document, LocalCode code) {
        return resources(document, Observation.class).stream()
                .filter(observation -> observation.getCode().hasCoding(Systems.LOCAL, code.word()))
                .toList();
    }

    private static <R extends Resource> List<R> resources(Bundle document, Class<R> type) {
        Function<BundleEntryComponent, Resource> resource = BundleEntryComponent::getResource;
        return document.getEntry().stream()
                .map(resource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
