package io.dorsal.registry.http;

import io.dorsal.fhir.Fhir;
import io.dorsal.fhir.Issues;
import io.dorsal.fhir.intake.Posted.Form;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.registry.core.ReportAnswer;
import io.dorsal.registry.core.TrialDecision;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** What the registry says in FHIR: an OperationOutcome, or a Bundle with one for each entry. */
final class FhirAnswers {
    private FhirAnswers() {}

    static Response of(Form form, List<Fate> fates) {
        return switch (form) {
            case SINGLE -> single(fates.getFirst());
            case TRANSACTION -> transaction(fates);
            case BATCH, COLLECTION -> bundle(BundleType.BATCHRESPONSE, fates);
        };
    }

    /** Nothing of what was posted was kept. */
    static Response refused(Malformed why) {
        Problem.count(why.reason());
        return answer(Problem.status(why.reason()), Issues.refusals(List.of(why)));
    }

    static Response resource(Resource resource) {
        return answer(Response.Status.OK.getStatusCode(), resource);
    }

    static Response answer(int status, Resource resource) {
        return Response.status(status)
                .type(Fhir.MEDIA_TYPE)
                .entity(Fhir.bytes(resource))
                .build();
    }

    private static Response single(Fate fate) {
        BundleEntryResponseComponent response = response(fate);
        var answer = Response.status(Integer.parseInt(response.getStatus().substring(0, 3)))
                .type(Fhir.MEDIA_TYPE)
                .entity(Fhir.bytes(response.getOutcome()));
        if (response.hasLocation()) {
            answer.header(HttpHeaders.LOCATION, response.getLocation()).header(HttpHeaders.ETAG, response.getEtag());
        }
        return answer.build();
    }

    /** FHIR answers a failed transaction with one OperationOutcome: here with an issue for all that stands in the way. */
    private static Response transaction(List<Fate> fates) {
        List<Malformed> refusals = fates.stream()
                .filter(Fate.Refused.class::isInstance)
                .map(fate -> ((Fate.Refused) fate).why())
                .toList();
        if (refusals.isEmpty()) {
            return bundle(BundleType.TRANSACTIONRESPONSE, fates);
        }
        refusals.forEach(why -> Problem.count(why.reason()));
        return answer(Problem.status(refusals.getFirst().reason()), Issues.refusals(refusals));
    }

    private static Response bundle(BundleType type, List<Fate> fates) {
        Bundle bundle = new Bundle().setType(type);
        fates.forEach(fate -> bundle.addEntry().setResponse(response(fate)));
        return resource(bundle);
    }

    private static BundleEntryResponseComponent response(Fate fate) {
        return switch (fate) {
            case Fate.Reported reported -> reported(reported.trial(), reported.answer());
            case Fate.Prescribed prescribed -> prescribed(prescribed.trial(), prescribed.decision());
            case Fate.Aside aside -> told(Response.Status.OK, "NOT_KEPT", aside.why());
            case Fate.Refused refused -> {
                Problem.count(refused.why().reason());
                yield new BundleEntryResponseComponent()
                        .setStatus(status(Problem.status(refused.why().reason())))
                        .setOutcome(Issues.refusals(List.of(refused.why())));
            }
        };
    }

    private static BundleEntryResponseComponent reported(TrialId trial, ReportAnswer answer) {
        boolean isNew = answer.result() == ReportAnswer.Result.ACCEPTED;
        return told(
                        isNew ? Response.Status.CREATED : Response.Status.OK,
                        answer.result().name(),
                        "Report %s, revision %s.".formatted(answer.report(), answer.revision()))
                .setLocation("/api/trials/" + trial + "/reports/" + answer.report())
                .setEtag("W/\"" + answer.revision() + "\"");
    }

    private static BundleEntryResponseComponent prescribed(TrialId trial, TrialDecision decision) {
        BundleEntryResponseComponent response = switch (decision) {
            case TrialDecision.Replace replace ->
                told(
                                Response.Status.CREATED,
                                "ACCEPTED",
                                "In the regimen of the trial, version %s."
                                        .formatted(replace.trial().version()))
                        .setEtag(EntityTags.of(replace.trial().version()));
            default -> told(Response.Status.OK, "DUPLICATE", "In the regimen of the trial already.");
        };
        return response.setLocation("/api/trials/" + trial);
    }

    private static BundleEntryResponseComponent told(Response.Status status, String result, String text) {
        return new BundleEntryResponseComponent()
                .setStatus(status(status.getStatusCode()))
                .setOutcome(Issues.result(result, text));
    }

    private static String status(int code) {
        Response.Status known = Response.Status.fromStatusCode(code);
        return known == null ? Integer.toString(code) : code + " " + known.getReasonPhrase();
    }
}
