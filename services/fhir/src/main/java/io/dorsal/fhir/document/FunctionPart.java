package io.dorsal.fhir.document;

import io.dorsal.fhir.Elements;
import io.dorsal.fhir.LocalCode;
import io.dorsal.fhir.Questionnaires;
import io.dorsal.fhir.Terms;
import io.dorsal.fhir.document.Draft.Reported;
import io.dorsal.model.outcome.HolisticOutcome;
import io.dorsal.model.outcome.HolisticOutcome.Change;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Statement.Function;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;

/** Function: each questionnaire with the score that is read from it, and the response over all domains. */
final class FunctionPart {
    private final Draft draft;
    private final ResponderOutcome outcome;
    private final Section section = new Section(LocalCode.FUNCTION);

    private FunctionPart(Draft draft, ResponderOutcome outcome) {
        this.draft = draft;
        this.outcome = outcome;
    }

    static Section of(Draft draft, ResponderOutcome outcome) {
        return new FunctionPart(draft, outcome).section();
    }

    private Section section() {
        List<Reference> scores = new ArrayList<>();
        List<Reference> forms = new ArrayList<>();
        for (Reported<Function> function : draft.reports(Function.class, Function::at)) {
            Reference form = draft.entries().add(form(function));
            forms.add(form);
            scores.add(draft.add(score(function, form)));
        }
        HolisticOutcome holistic = outcome.function();
        if (holistic != null && !scores.isEmpty()) {
            section.add(draft.add(response(holistic, scores)));
        }
        scores.forEach(section::add);
        forms.forEach(section::add);
        return section;
    }

    private QuestionnaireResponse form(Reported<Function> function) {
        Function states = function.states();
        QuestionnaireResponse form = new QuestionnaireResponse()
                .setIdentifier(draft.identifier(function.report()))
                .setQuestionnaire(Questionnaires.canonical(states.instrument()))
                .setStatus(
                        function.report().revision() == 1
                                ? QuestionnaireResponseStatus.COMPLETED
                                : QuestionnaireResponseStatus.AMENDED)
                .setSubject(draft.parties().patient())
                .setSource(draft.parties().patient())
                .setAuthoredElement(Elements.dateTime(states.at()));
        Draft.revised(form, function.report());
        form.addItem()
                .setLinkId(Questionnaires.SCORE)
                .addAnswer()
                .setValue(new DecimalType(Elements.plain(states.score())));
        CodingDirection direction = states.direction();
        if (direction != null) {
            form.addItem().setLinkId(Questionnaires.DIRECTION).addAnswer().setValue(Questionnaires.coding(direction));
        }
        return form;
    }

    private Figure score(Reported<Function> function, Reference form) {
        Function states = function.states();
        return draft.read(Terms.score(states.instrument()))
                .at(states.at())
                .value(Elements.quantity(states.score(), Elements.SCORE))
                .from(List.of(form));
    }

    private Figure response(HolisticOutcome holistic, List<Reference> scores) {
        Figure figure = draft.computed(LocalCode.HOLISTIC_RESPONSE, outcome.complete())
                .over(outcome.baseline().from(), outcome.trial().to())
                .value(holistic.cumulativeScore(), Elements.COUNT)
                .part(LocalCode.STATUS, "status", holistic.status())
                .part(LocalCode.REASON, "holistic-reason", holistic.reason());
        for (Change change : holistic.domains()) {
            if (change.mcids() != null) {
                figure.part(
                        Elements.word("holistic-domain", change.instrument()).addCoding(LocalCode.MCIDS.coding()),
                        Elements.quantity(change.mcids(), Elements.COUNT));
            }
        }
        return figure.from(scores);
    }
}
