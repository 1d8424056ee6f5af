package io.dorsal.fhir.intake;

import io.dorsal.fhir.Systems;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Quantity;
import org.jspecify.annotations.Nullable;

/** How much of a drug, and by which way: in the units that the contract has. */
final class Dosed {
    /** SNOMED CT: by way of the skin. */
    private static final String TRANSDERMAL = "45890007";

    private static final String PATCH = "{patch}";

    /** The forms that electronic records write in the place of a unit. */
    private static final Map<String, String> FORMS = Map.of("TAB", "{tab}", "CAP", "{cap}", "PATCH", PATCH);

    private static final String ORDERABLE_FORMS = "http://terminology.hl7.org/CodeSystem/v3-orderableDrugForm";

    private Dosed() {}

    /** Whether it is worn and not swallowed. */
    static boolean isPatch(CodeableConcept route, @Nullable Quantity dose) {
        return route.hasCoding(Systems.SNOMED, TRANSDERMAL) || (dose != null && PATCH.equals(unit(dose)));
    }

    /** In UCUM where the sender has it; else the text, which opioid-service may not be able to convert, and says so. */
    static @Nullable String unit(Quantity dose) {
        if (!dose.hasCode()) {
            return dose.getUnit();
        }
        return ORDERABLE_FORMS.equals(dose.getSystem())
                ? FORMS.getOrDefault(dose.getCode(), dose.getCode())
                : dose.getCode();
    }

    /** @throws Malformed unless it is one exact quantity */
    static Quantity exact(Told told, @Nullable Quantity dose, String element) {
        if (dose == null || dose.getValue() == null || unit(dose) == null) {
            throw told.missing(element, "a quantity with value and unit, such as 1 {tab}");
        }
        if (dose.hasComparator()) {
            throw told.malformed(Reason.UNKNOWN_VALUE, element + ".comparator", "no comparator: the quantity itself");
        }
        return dose;
    }
}
