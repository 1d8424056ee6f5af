package io.dorsal.fhir.intake;

import io.dorsal.fhir.Questionnaires;
import io.dorsal.fhir.Systems;
import io.dorsal.fhir.Terms;
import io.dorsal.model.Reason;
import io.dorsal.model.report.Instrument;
import io.dorsal.model.report.ReportKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** The score of a QuestionnaireResponse as a report of function. */
final class ResponseReader {
    static final String EXPECTED_FORM = "a form of " + Systems.QUESTIONNAIRE
            + ", or an item whose linkId is the LOINC code" + " of a score: 97909-6, 71959-1, 71961-7 or 71955-9";

    private final Told told;

    ResponseReader(Told told) {
        this.told = told;
    }

    /** By the form it answers, or by an item that is named by a score's code. */
    static @Nullable Instrument instrument(QuestionnaireResponse response) {
        if (response.hasQuestionnaire()) {
            Instrument named = Questionnaires.instrument(response.getQuestionnaire());
            if (named != null) {
                return named;
            }
        }
        return items(response)
                .map(item -> instrument(item.getLinkId()))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    ReportItem read(QuestionnaireResponse response) {
        List<Identifier> identifiers = response.hasIdentifier() ? List.of(response.getIdentifier()) : List.of();
        ReportItem item = told.item(response, identifiers).kind(ReportKind.FUNCTION);
        requireNamed(response.getItem(), "item");
        QuestionnaireResponseStatus status = response.getStatus();
        if (status == QuestionnaireResponseStatus.ENTEREDINERROR) {
            return item.retracted();
        }
        if (status != QuestionnaireResponseStatus.COMPLETED && status != QuestionnaireResponseStatus.AMENDED) {
            throw told.malformed(
                    status == null ? Reason.MISSING_FIELD : Reason.UNKNOWN_VALUE,
                    "status",
                    "completed, amended or entered-in-error");
        }
        Instrument instrument = instrument(response);
        if (instrument == null) {
            throw told.unknown("questionnaire", EXPECTED_FORM);
        }
        item.put("at", told.time(response.getAuthoredElement(), "authored"), "authored")
                .put("instrument", instrument.word(), "questionnaire")
                .put("score", score(response, instrument), "item");
        return instrument == Instrument.PGIC ? item.put("direction", direction(response), "item") : item;
    }

    /** What an item answers is said by its linkId alone: one without it may be the score, or something else. */
    private void requireNamed(List<QuestionnaireResponseItemComponent> items, String path) {
        for (int i = 0; i < items.size(); i++) {
            QuestionnaireResponseItemComponent item = items.get(i);
            String place = path + "[" + i + "]";
            if (!item.hasLinkId()) {
                throw told.missing(place + ".linkId", "the linkId of a question");
            }
            requireNamed(item.getItem(), place + ".item");
            for (int j = 0; j < item.getAnswer().size(); j++) {
                requireNamed(item.getAnswer().get(j).getItem(), place + ".answer[" + j + "].item");
            }
        }
    }

    private BigDecimal score(QuestionnaireResponse response, Instrument instrument) {
        List<QuestionnaireResponseItemComponent> scores = items(response)
                .filter(item -> Questionnaires.SCORE.equals(item.getLinkId()) || instrument(item.getLinkId()) != null)
                .toList();
        if (scores.size() != 1 || scores.getFirst().getAnswer().size() != 1) {
            throw told.missing("item", "one item with one answer that is the score");
        }
        Instrument coded = instrument(scores.getFirst().getLinkId());
        if (coded != null && coded != instrument) {
            throw told.unknown("item.linkId", "the code of a score of this questionnaire");
        }
        Type answer = scores.getFirst().getAnswerFirstRep().getValue();
        BigDecimal score = switch (answer) {
            case DecimalType decimal -> decimal.getValue();
            case IntegerType whole -> whole.getValue() == null ? null : BigDecimal.valueOf(whole.getValue());
            case Quantity quantity -> quantity.hasComparator() ? null : quantity.getValue();
            case null, default -> null;
        };
        if (score == null) {
            throw told.missing(
                    "item", "a score as decimal, integer or Quantity of the instrument " + instrument.word());
        }
        return score;
    }

    private static @Nullable String direction(QuestionnaireResponse response) {
        return items(response)
                .filter(item -> Questionnaires.DIRECTION.equals(item.getLinkId()))
                .map(item -> item.getAnswerFirstRep().getValue() instanceof Coding coding ? coding.getCode() : null)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    /** LOINC's own forms write a slash before. */
    private static @Nullable Instrument instrument(@Nullable String linkId) {
        return linkId == null ? null : Terms.instrument(new Coding(Systems.LOINC, linkId.replaceFirst("^/", ""), null));
    }

    private static Stream<QuestionnaireResponseItemComponent> items(QuestionnaireResponse response) {
        return response.getItem().stream().flatMap(ResponseReader::withInner);
    }

    private static Stream<QuestionnaireResponseItemComponent> withInner(QuestionnaireResponseItemComponent item) {
        Stream<QuestionnaireResponseItemComponent> inner = Stream.concat(
                item.getItem().stream(), item.getAnswer().stream().flatMap(answer -> answer.getItem().stream()));
        return Stream.concat(Stream.of(item), inner.flatMap(ResponseReader::withInner));
    }
}
