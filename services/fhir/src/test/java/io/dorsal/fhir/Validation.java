package io.dorsal.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import io.dorsal.fhir.document.DtrForm;
import io.dorsal.model.report.Instrument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;

/** HAPI's validator against R4 itself, made once: the first use takes seconds. */
public final class Validation {
    private static final FhirValidator VALIDATOR = validator();

    private Validation() {}

    /** Complaints of a severity or worse, each with its place. */
    public static List<String> complaints(byte[] json, ResultSeverityEnum worst) {
        return VALIDATOR.validateWithResult(new String(json, StandardCharsets.UTF_8)).getMessages().stream()
                .filter(message -> message.getSeverity().ordinal() >= worst.ordinal())
                .map(Validation::shown)
                .toList();
    }

    private static String shown(SingleValidationMessage message) {
        return message.getSeverity() + " " + message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() {
        FhirContext context = Fhir.context();
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(context);
        Arrays.stream(Instrument.values()).map(Questionnaires::of).forEach(own::addResource);
        own.addResource(DtrForm.questionnaire());
        ValidationSupportChain chain = new ValidationSupportChain(
                own,
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context));
        return context.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }
}
