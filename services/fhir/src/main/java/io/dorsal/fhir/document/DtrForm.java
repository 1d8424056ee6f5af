package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.Fhir;
import io.dorsal.model.Rational;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import io.dorsal.model.trial.Trial;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * The DTR form for NCD 160.7, and what the facts answer of it. Every answer is marked as put in by a machine; what no
 * fact answers stays open, and the form stays in progress, because a person has to look at it.
 */
public final class DtrForm {
    private static final String POLICY = "cms-ncd-160.7 ";

    private final Trial trial;
    private final Instant asOf;
    private final Map<String, Type> answers = new LinkedHashMap<>();

    private DtrForm(Trial trial, Instant asOf) {
        this.trial = trial;
        this.asOf = asOf;
    }

    public static Questionnaire questionnaire() {
        try (InputStream json = DtrForm.class.getResourceAsStream("ncd-160.7.json")) {
            String text = new String(Objects.requireNonNull(json).readAllBytes(), StandardCharsets.UTF_8);
            return Fhir.context().newJsonParser().parseResource(Questionnaire.class, text);
        } catch (IOException e) {
            throw new UncheckedIOException("A form that ships can be read.", e);
        }
    }

    /** Whether the policy is the NCD or includes it. */
    static boolean isAskedBy(CoverageDetermination determination) {
        return determination.criteria().stream()
                .anyMatch(criterion -> criterion.policy().startsWith(POLICY));
    }

    static QuestionnaireResponse prefilled(TrialEvidence evidence, DocumentIdentity identity, PasParties parties) {
        DtrForm form = new DtrForm(evidence.trial(), identity.asOf());
        form.answer(evidence.responder());
        Questionnaire questions = questionnaire();
        QuestionnaireResponse response = new QuestionnaireResponse()
                .setQuestionnaire(questions.getUrl() + "|" + questions.getVersion())
                .setStatus(QuestionnaireResponseStatus.INPROGRESS)
                .setSubject(parties.patient())
                .setAuthor(parties.software())
                .setAuthoredElement(Elements.dateTime(identity.issuedAt()));
        response.addExtension(new Extension(DaVinci.DTR + "qr-coverage", parties.coverage()));
        response.addExtension(new Extension(DaVinci.DTR + "intendedUse", use()));
        form.fill(questions.getItem(), response.getItem());
        return response;
    }

    private static CodeableConcept use() {
        return Elements.concept("http://hl7.org/fhir/us/davinci-crd/CodeSystem/coverage-information-codes", "withpa");
    }

    private void answer(@Nullable ResponderOutcome outcome) {
        document("N1", "LAST_RESORT_STATEMENT");
        List.of("DRUG_THERAPY", "SURGERY", "PHYSICAL_THERAPY", "PSYCHOLOGICAL_THERAPY")
                .forEach(this::treatment);
        document("N3", "PSYCHOLOGICAL_EVALUATION");
        document("N3", "PHYSICAL_EXAMINATION");
        document("N4", "FACILITY_STATEMENT");
        date("N5.placed", dateOf(trial.leadPlacedAt()));
        date("N5.removed", dateOf(trial.leadRemovedAt()));
        if (outcome != null) {
            relief(outcome);
        }
    }

    private void relief(ResponderOutcome outcome) {
        put("N5.baseline", decimal(outcome.baseline().mean()));
        put("N5.trial", decimal(outcome.trial().mean()));
        put("N5.relief", decimal(outcome.relief()));
        if (outcome.trial().from() != null) {
            put("N5.answered", new IntegerType(outcome.trial().answeredDays()));
            put("N5.days", new IntegerType(outcome.trial().days()));
        }
    }

    /** The latest of its kind that has come. */
    private void document(String criterion, String kind) {
        String link = criterion + "." + kind;
        trial.documents().stream()
                .filter(document -> document.kind().equals(kind) && hasCome(document.date()))
                .max(Comparator.comparing(Document::date))
                .ifPresent(document -> {
                    date(link + ".date", document.date());
                    put(link + ".result", coding("document-result", document.result()));
                    Coding by = coding("document-author", document.by());
                    put(link + ".by", by == null ? null : new StringType(by.getCode()));
                    put(
                            link + ".reference",
                            document.reference() == null ? null : new StringType(document.reference()));
                });
    }

    /** The latest of its kind, the date of one not dated being unknown rather than late. */
    private void treatment(String kind) {
        String link = "N2." + kind;
        trial.treatments().stream()
                .filter(treatment -> treatment.kind().equals(kind))
                .filter(treatment -> treatment.from() == null || hasCome(treatment.from()))
                .max(Comparator.comparing(Treatment::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .ifPresent(treatment -> {
                    put(link + ".result", coding("treatment-result", treatment.result()));
                    date(link + ".from", treatment.from());
                    date(link + ".to", treatment.to());
                });
    }

    private boolean hasCome(LocalDate date) {
        return !trial.days().startOf(date).isAfter(asOf);
    }

    private @Nullable LocalDate dateOf(@Nullable Instant at) {
        return at == null || at.isAfter(asOf) ? null : trial.days().dateOf(at);
    }

    private void date(String link, @Nullable LocalDate date) {
        put(link, date == null ? null : Elements.date(date));
    }

    private void put(String link, @Nullable Type answer) {
        if (answer != null) {
            answers.put(link, answer);
        }
    }

    private static @Nullable DecimalType decimal(@Nullable Rational value) {
        return value == null ? null : new DecimalType(Elements.plain(value.onWire()));
    }

    private static @Nullable Coding coding(String set, @Nullable String word) {
        CodeableConcept concept = Elements.word(set, word);
        return concept == null ? null : concept.getCodingFirstRep();
    }

    /** The questions that have an answer, with the groups above them. */
    private void fill(List<QuestionnaireItemComponent> questions, List<QuestionnaireResponseItemComponent> items) {
        for (QuestionnaireItemComponent question : questions) {
            QuestionnaireResponseItemComponent item = new QuestionnaireResponseItemComponent();
            item.setLinkId(question.getLinkId()).setText(question.getText());
            Type answer = answers.get(question.getLinkId());
            if (answer != null && isOffered(question, answer)) {
                item.addAnswer().setValue(answer).addExtension(putInByAMachine());
            }
            fill(question.getItem(), item.getItem());
            if (item.hasAnswer() || item.hasItem()) {
                items.add(item);
            }
        }
    }

    /** A clinic may have other words than the form offers; such an answer is left to a person. */
    private static boolean isOffered(QuestionnaireItemComponent question, Type answer) {
        return !question.hasAnswerOption()
                || question.getAnswerOption().stream()
                        .anyMatch(option -> option.getValue().equalsDeep(answer));
    }

    private static Extension putInByAMachine() {
        Extension origin = new Extension(DaVinci.DTR + "information-origin");
        origin.addExtension(new Extension("source", new CodeType("auto-client")));
        return origin;
    }
}
