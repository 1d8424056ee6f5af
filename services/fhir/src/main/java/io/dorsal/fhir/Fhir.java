package io.dorsal.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.Resource;

/** HAPI's model of R4, made once and when first used, since that takes about a second and 20 MB. */
public final class Fhir {
    public static final String VERSION = "4.0.1";
    public static final String MEDIA_TYPE = "application/fhir+json";

    /** Holds it apart from the class, so that naming a constant does not make it. */
    private static final class Model {
        static final FhirContext R4 = quiet(FhirContext.forR4());

        // HAPI's handler of its own writes what it finds odd into the log, word for word: what came must never be
        // there.
        private static FhirContext quiet(FhirContext context) {
            context.setParserErrorHandler(new LenientErrorHandler(false));
            return context;
        }
    }

    private Fhir() {}

    /** A context is free to share; what it makes, a parser say, is for one thread. */
    public static FhirContext context() {
        return Model.R4;
    }

    /** The one spelling that Dorsal gives a resource: no white space, elements in the order of the specification. */
    public static String json(Resource resource) {
        IParser parser = context().newJsonParser();
        // A reference is what was set, never one that the parser makes of a resource behind it.
        parser.setStripVersionsFromReferences(false);
        return parser.encodeResourceToString(resource);
    }

    public static byte[] bytes(Resource resource) {
        return json(resource).getBytes(StandardCharsets.UTF_8);
    }
}
