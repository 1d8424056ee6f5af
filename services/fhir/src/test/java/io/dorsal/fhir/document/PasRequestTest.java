package io.dorsal.fhir.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.validation.ResultSeverityEnum;
import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.SampleTrial;
import io.dorsal.fhir.TrialSketch;
import io.dorsal.fhir.Validation;
import io.dorsal.model.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.SupportingInformationComponent;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A request is valid R4, and keeps those constraints of PAS 2.2.1 and DTR 2.2.0 that {@code docs/fhir.md} lists: read in
 * their published sources, since the packages cannot be had.
 */
class PasRequestTest {
    private static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOTHING_KNOWN")
    void theRequestIsValid(SampleTrial sample) {
        byte[] request = Fhir.bytes(request(sample.sketch()));
        assertThat(Validation.complaints(request, ResultSeverityEnum.ERROR)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOTHING_KNOWN")
    void theBundleKeepsTheProfile(SampleTrial sample) {
        Bundle bundle = request(sample.sketch());
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.COLLECTION);
        assertThat(bundle.hasIdentifier()).isTrue();
        assertThat(bundle.hasTimestamp()).isTrue();
        assertThat(bundle.getEntryFirstRep().getResource()).isInstanceOf(Claim.class);
        assertThat(bundle.getEntry()).allSatisfy(entry -> {
            assertThat(entry.getFullUrl()).startsWith("urn:uuid:");
            assertThat(entry.hasSearch() || entry.hasRequest() || entry.hasResponse())
                    .isFalse();
        });
        assertThat(bundle.getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .doesNotContain("MedicationStatement", "MeasureReport", "Provenance", "Observation");
    }

    @Test
    void theClaimKeepsTheProfile() {
        Claim claim = claim(request(SampleTrial.RESPONDER.sketch()));
        assertThat(claim.getIdentifier()).hasSize(1);
        assertThat(claim.getStatus()).isEqualTo(Claim.ClaimStatus.ACTIVE);
        assertThat(claim.getUse()).isEqualTo(Claim.Use.PREAUTHORIZATION);
        assertThat(claim.hasInsurer() && claim.hasProvider()).isTrue();
        assertThat(claim.hasRelated()).isFalse();
        assertThat(claim.getInsuranceFirstRep().getFocal()).isTrue();
        assertThat(claim.getItem()).singleElement().satisfies(item -> {
            assertThat(item.getExtensionByUrl(PAS + "extension-serviceItemRequestType")
                            .hasValue())
                    .isTrue();
            assertThat(item.getExtensionByUrl(PAS + "extension-certificationType")
                            .hasValue())
                    .isTrue();
            assertThat(item.hasCategory() && item.hasLocationCodeableConcept()).isTrue();
            assertThat(item.getProductOrService().getCodingFirstRep().getCode()).isEqualTo("63650");
            assertThat(item.getProductOrService().getCodingFirstRep().hasDisplay())
                    .isFalse();
        });
        assertThat(claim.getDiagnosisFirstRep()
                        .getDiagnosisCodeableConcept()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("M96.1");
    }

    @Test
    void theEvidenceIsEnclosedWhole() {
        Bundle bundle = request(SampleTrial.RESPONDER.sketch());
        List<SupportingInformationComponent> supporting = claim(bundle).getSupportingInfo();
        assertThat(supporting).hasSize(3).allSatisfy(info -> {
            assertThat(info.getCategory().getCodingFirstRep().getCode()).isEqualTo("additionalInformation");
            assertThat(info.hasTiming()).isFalse();
            assertThat(info.getExtensionByUrl(PAS + "extension-documentInformation")
                            .hasExtension("reportTypeCode"))
                    .isTrue();
        });
        assertThat(claim(bundle).getItemFirstRep().getInformationSequence())
                .extracting(org.hl7.fhir.r4.model.PositiveIntType::getValue)
                .containsExactly(1, 2, 3);
        TrialSketch sketch = SampleTrial.RESPONDER.sketch();
        byte[] document = FhirDocument.bytes(sketch.evidence(), sketch.identity());
        assertThat(papers(bundle)).anySatisfy(paper -> {
            assertThat(paper.getContentFirstRep().getAttachment().getContentType())
                    .isEqualTo("application/fhir+json");
            assertThat(paper.getContentFirstRep().getAttachment().getData()).isEqualTo(document);
        });
        assertThat(papers(bundle)).allSatisfy(paper -> {
            assertThat(paper.getContentFirstRep().getAttachment().hasUrl()).isFalse();
            assertThat(paper.hasCategory() && paper.hasType()).isTrue();
        });
    }

    @Test
    void everyReferenceLeadsToAnEntry() {
        Bundle bundle = request(SampleTrial.RESPONDER.sketch());
        assertThat(Fhir.context().newTerser().getAllPopulatedChildElementsOfType(bundle, Reference.class))
                .extracting(Reference::getReference)
                .isSubsetOf(bundle.getEntry().stream()
                        .map(BundleEntryComponent::getFullUrl)
                        .toList());
    }

    @Test
    void whoThePatientIsStaysMasked() {
        Bundle bundle = request(SampleTrial.RESPONDER.sketch());
        Coverage coverage =
                (Coverage) resources(bundle, Coverage.class).findFirst().orElseThrow();
        assertThat(coverage.getSubscriber().getReference())
                .isEqualTo(coverage.getBeneficiary().getReference());
        assertThat(coverage.getIdentifierFirstRep().getValue()).isNull();
        assertThat(Fhir.json(bundle)).contains("\"valueCode\":\"masked\"");
    }

    @Test
    void whatIsNotKnownCannotBeRequested() {
        assertThatThrownBy(() -> request(SampleTrial.NOTHING_KNOWN.sketch()))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("payer");
    }

    @Test
    void theFormKeepsDtr() {
        Questionnaire form = DtrForm.questionnaire();
        byte[] json = Fhir.bytes(form);
        assertThat(Validation.complaints(json, ResultSeverityEnum.ERROR)).isEmpty();
        assertThat(form.getSubjectType()).extracting(Object::toString).containsExactly("Patient");
        each(form.getItem(), (item, path) -> {
            assertThat(item.hasText()).as(path).isTrue();
            assertThat(item.getType() != Questionnaire.QuestionnaireItemType.CHOICE || item.hasAnswerOption())
                    .as(path)
                    .isTrue();
        });
    }

    @Test
    void factsAnswerTheFormAndEveryAnswerSaysSo() {
        QuestionnaireResponse response = form(SampleTrial.RESPONDER);
        assertThat(response.getStatus()).isEqualTo(QuestionnaireResponseStatus.INPROGRESS);
        assertThat(response.getExtension())
                .extracting(extension -> extension.getUrl().replaceFirst(".*/", ""))
                .containsExactly("qr-coverage", "intendedUse");
        List<QuestionnaireResponseItemComponent> answered = answered(response);
        assertThat(answered)
                .extracting(QuestionnaireResponseItemComponent::getLinkId)
                .contains(
                        "N1.LAST_RESORT_STATEMENT.result",
                        "N2.SURGERY.result",
                        "N3.PSYCHOLOGICAL_EVALUATION.date",
                        "N4.FACILITY_STATEMENT.reference",
                        "N5.placed",
                        "N5.relief");
        assertThat(answered)
                .flatExtracting(QuestionnaireResponseItemComponent::getAnswer)
                .allSatisfy(answer -> assertThat(answer.getExtensionByUrl(
                                        "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/information-origin")
                                .getExtensionByUrl("source")
                                .getValue()
                                .primitiveValue())
                        .isEqualTo("auto-client"));
    }

    @Test
    void whatNoFactAnswersStaysOpen() {
        assertThat(answered(form(SampleTrial.UNDETERMINED)))
                .extracting(QuestionnaireResponseItemComponent::getLinkId)
                .contains("N5.answered", "N5.days");
        TrialSketch bare = new TrialSketch();
        QuestionnaireResponse response = resources(request(bare), QuestionnaireResponse.class)
                .map(QuestionnaireResponse.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(answered(response))
                .extracting(QuestionnaireResponseItemComponent::getLinkId)
                .containsExactly("N5.placed", "N5.removed", "N5.answered", "N5.days");
    }

    @Test
    void proseDoesNotAnswerTheForm() {
        TrialSketch sketch = new TrialSketch().document("PHYSICAL_EXAMINATION", null, "Dr. Jane Doe");
        assertThat(Fhir.json(request(sketch))).doesNotContain("Jane");
    }

    private static Bundle request(TrialSketch sketch) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(Fhir.MEDIA_TYPE, FhirDocument.bytes(sketch.evidence(), sketch.identity()));
        files.put("application/pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        return PasRequest.of(sketch.evidence(), sketch.identity(), files);
    }

    private static Claim claim(Bundle bundle) {
        return (Claim) bundle.getEntryFirstRep().getResource();
    }

    private static List<DocumentReference> papers(Bundle bundle) {
        return resources(bundle, DocumentReference.class)
                .map(DocumentReference.class::cast)
                .toList();
    }

    private static QuestionnaireResponse form(SampleTrial sample) {
        return resources(request(sample.sketch()), QuestionnaireResponse.class)
                .map(QuestionnaireResponse.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Resource> resources(Bundle bundle, Class<? extends Resource> type) {
        return bundle.getEntry().stream().map(BundleEntryComponent::getResource).filter(type::isInstance);
    }

    private static List<QuestionnaireResponseItemComponent> answered(QuestionnaireResponse response) {
        return response.getItem().stream()
                .flatMap(PasRequestTest::withInner)
                .filter(QuestionnaireResponseItemComponent::hasAnswer)
                .toList();
    }

    private static Stream<QuestionnaireResponseItemComponent> withInner(QuestionnaireResponseItemComponent item) {
        return Stream.concat(Stream.of(item), item.getItem().stream().flatMap(PasRequestTest::withInner));
    }

    private static void each(
            List<Questionnaire.QuestionnaireItemComponent> items,
            BiConsumer<Questionnaire.QuestionnaireItemComponent, String> check) {
        items.forEach(item -> {
            check.accept(item, item.getLinkId());
            each(item.getItem(), check);
        });
    }
}
