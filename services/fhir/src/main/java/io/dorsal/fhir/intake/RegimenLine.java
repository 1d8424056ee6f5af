package io.dorsal.fhir.intake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One line of a regimen, put into a trial's document or withdrawn from it. A line is known by drug, first date and whether
 * it is as needed: the same again changes nothing, another dose of it replaces it.
 */
final class RegimenLine implements UnaryOperator<Trial> {
    private static final List<String> KEY = List.of("rxcui", "asNeeded", "from");

    /** Which element a field came from. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "rxcui", "medication",
            "quantity", PrescriptionReader.DOSE + ".value",
            "unit", PrescriptionReader.DOSE + ".code",
            "timesPerDay", PrescriptionReader.TIMING,
            "to", PrescriptionReader.TIMING + ".repeat.bounds.end");

    private final ObjectNode line;
    private final boolean withdrawn;

    RegimenLine(ObjectNode line, boolean withdrawn) {
        this.line = line;
        this.withdrawn = withdrawn;
    }

    /**
     * The same document with the line, or without it. The codec reads the result, so that a line has the same bounds on
     * both ways in.
     *
     * @throws Malformed when it does not fit
     */
    @Override
    public Trial apply(Trial trial) {
        ObjectNode document = (ObjectNode) Json.parse(TrialCodec.stored(trial));
        ArrayNode regimen = Json.object().arrayNode();
        boolean pending = !withdrawn;
        for (var known : document.path("regimen")) {
            boolean same = KEY.stream().allMatch(field -> known.path(field).equals(line.path(field)));
            if (!same) {
                regimen.add(known);
            } else if (pending) {
                regimen.add(line);
                pending = false;
            }
        }
        if (pending) {
            regimen.add(line);
        }
        document.set("regimen", regimen);
        try {
            return TrialCodec.parse(trial.trial(), trial.version(), document);
        } catch (Malformed e) {
            String field = e.field().substring(e.field().lastIndexOf('.') + 1);
            String element = ELEMENTS.getOrDefault(field, "dosageInstruction");
            throw new Malformed(e.reason(), "MedicationRequest." + element, e.expected());
        }
    }
}
