package io.dorsal.fhir.document;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/**
 * What Da Vinci's guides add to R4, of PAS 2.2.1 and DTR 2.2.0. Codes of X12 are theirs: the code alone is used, never
 * the text.
 */
final class DaVinci {
    static final String PAS = "http://hl7.org/fhir/us/davinci-pas/StructureDefinition/";
    static final String DTR = "http://hl7.org/fhir/us/davinci-dtr/StructureDefinition/";

    private static final String X12 = "https://codesystem.x12.org/005010/";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private DaVinci() {}

    static CodeableConcept pasCode(String code) {
        return new CodeableConcept(
                new Coding("http://hl7.org/fhir/us/davinci-pas/CodeSystem/PASTempCodes", code, null));
    }

    /** @param element of X12, by its number */
    static CodeableConcept x12(String element, String code) {
        return new CodeableConcept(new Coding(X12 + element, code, null));
    }

    static Extension pas(String name, Type value) {
        return new Extension(PAS + name, value);
    }

    /** Marks an element that the guide asks for and Dorsal does not know: whoever sends the request puts it in. */
    static <E extends Element> E masked(E element) {
        element.addExtension(new Extension(ABSENT, new CodeType("masked")));
        return element;
    }
}
