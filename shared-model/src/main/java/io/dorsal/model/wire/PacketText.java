package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.dorsal.model.presentation.PrintableText;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement.AnalgesicReduction;
import io.dorsal.model.report.Statement.Intake;
import io.dorsal.model.report.Statement.Patch;
import io.dorsal.model.trial.Trial;

/** What a packet may quote has to be printable: said at entry, while somebody is there who can write it otherwise. */
public final class PacketText {
    private PacketText() {}

    /** @throws io.dorsal.model.Malformed with the place of the first text that a page cannot show */
    public static void require(Trial trial) {
        TrialCodec.node(trial).properties().forEach(field -> require(field.getKey(), field.getValue()));
    }

    private static void require(String place, JsonNode value) {
        if (value.isTextual()) {
            PrintableText.require(place, value.textValue());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                require("%s[%d]".formatted(place, i), value.get(i));
            }
        } else if (value.isObject()) {
            value.properties().forEach(field -> require(place + "." + field.getKey(), field.getValue()));
        }
    }

    /** @throws io.dorsal.model.Malformed likewise; the reason of a correction stays out of packets, and free */
    public static void require(PatientReport report) {
        switch (report.states()) {
            case AnalgesicReduction reduction -> PrintableText.require("attestedBy", reduction.attestedBy());
            case Intake intake -> {
                PrintableText.require("rxcui", intake.rxcui());
                PrintableText.require("unit", intake.unit());
            }
            case Patch patch -> PrintableText.require("rxcui", patch.rxcui());
            default -> {}
        }
    }
}
