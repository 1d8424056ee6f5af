package io.dorsal.fhir;

import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import java.util.Arrays;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.jspecify.annotations.Nullable;

/**
 * The forms that scores of function come on. Dorsal takes scores, not answers to single questions, so each form is its
 * total; the questions themselves are their publishers' property.
 */
public final class Questionnaires {
    public static final String SCORE = "score";
    public static final String DIRECTION = "direction";
    private static final String VERSION = "1";

    private Questionnaires() {}

    /** With the version, as a response names it. */
    public static String canonical(Instrument instrument) {
        return url(instrument) + "|" + VERSION;
    }

    /** The instrument whose form that is, whatever its version. */
    public static @Nullable Instrument instrument(String canonical) {
        String url = canonical.split("\\|", 2)[0];
        return Arrays.stream(Instrument.values())
                .filter(instrument -> url.equals(url(instrument)))
                .findFirst()
                .orElse(null);
    }

    public static Questionnaire of(Instrument instrument) {
        LocalCode code = Terms.local(instrument);
        Questionnaire form = new Questionnaire()
                .setUrl(url(instrument))
                .setVersion(VERSION)
                .setName("Dorsal_" + instrument.name())
                .setTitle(code.display())
                .setStatus(PublicationStatus.ACTIVE)
                .addSubjectType("Patient");
        form.addItem()
                .setLinkId(SCORE)
                .setText(code.display())
                .setType(QuestionnaireItemType.DECIMAL)
                .setRequired(true)
                .addCode(Terms.score(instrument).getCodingFirstRep());
        if (instrument == Instrument.PGIC) {
            var direction = form.addItem()
                    .setLinkId(DIRECTION)
                    .setText("Which end of the scale is the good one")
                    .setType(QuestionnaireItemType.CHOICE)
                    .setRequired(true);
            for (CodingDirection end : CodingDirection.values()) {
                direction.addAnswerOption().setValue(coding(end));
            }
        }
        return form;
    }

    public static Coding coding(CodingDirection direction) {
        return Elements.word("coding-direction", direction).getCodingFirstRep();
    }

    private static String url(Instrument instrument) {
        return Systems.QUESTIONNAIRE + Terms.local(instrument).word();
    }
}
