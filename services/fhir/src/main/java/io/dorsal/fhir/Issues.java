package io.dorsal.fhir;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** Refusals and results as OperationOutcomes, in the same words as everywhere. */
public final class Issues {
    private static final String RESULT = Systems.WORD + "result";
    private static final String REASON = "urn:dorsal:reason";

    private Issues() {}

    /** One issue for each complaint; its field is the expression. */
    public static OperationOutcome refusals(List<Malformed> complaints) {
        OperationOutcome outcome = new OperationOutcome();
        complaints.forEach(complaint -> outcome.addIssue(issue(complaint)));
        return outcome;
    }

    /** @param result a word such as {@code ACCEPTED} */
    public static OperationOutcome result(String result, String text) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDetails(new CodeableConcept(new Coding(RESULT, result, null)))
                .setDiagnostics(text);
        return outcome;
    }

    private static OperationOutcomeIssueComponent issue(Malformed why) {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(type(why.reason()))
                .setDetails(new CodeableConcept(new Coding(REASON, why.reason().word(), null)))
                .setDiagnostics("Expected " + why.expected() + ".");
        return why.field().isEmpty() ? issue : issue.addExpression(why.field());
    }

    private static IssueType type(Reason reason) {
        return switch (reason) {
            case NOT_JSON, NOT_AN_OBJECT, DUPLICATE_FIELD, WRONG_TYPE, RESERVED_FIELD -> IssueType.STRUCTURE;
            case MISSING_FIELD -> IssueType.REQUIRED;
            case OUT_OF_BOUNDS, BAD_IDENTIFIER -> IssueType.VALUE;
            case UNKNOWN_VALUE -> IssueType.CODEINVALID;
            case UNKNOWN_TYPE, METHOD_NOT_ALLOWED, UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> IssueType.NOTSUPPORTED;
            case UNKNOWN_TRIAL, UNKNOWN_DEVICE, NOT_FOUND -> IssueType.NOTFOUND;
            case REVISION_CONFLICT, DECISION_CONFLICT, LOST_RACE, DEVICE_ASSIGNED_ELSEWHERE -> IssueType.CONFLICT;
            case PAYLOAD_TOO_LARGE, TOO_MANY_ITEMS -> IssueType.TOOLONG;
            case UNAVAILABLE, OVER_CAPACITY, NOT_STORED -> IssueType.TRANSIENT;
            case INTERNAL -> IssueType.EXCEPTION;
            default -> IssueType.INVALID;
        };
    }
}
