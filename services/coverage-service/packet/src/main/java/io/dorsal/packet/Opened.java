package io.dorsal.packet;

import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.CoverageDeterminationReader;
import io.dorsal.model.wire.OpioidOutcomeReader;
import io.dorsal.model.wire.ResponderOutcomeReader;
import io.dorsal.packet.core.Said;
import io.dorsal.packet.pdf.PacketFile;
import io.dorsal.responder.core.TrialFacts;
import io.dorsal.responder.wire.TrialFactsCodec;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What an issued packet says, read from its own file, for whoever issued it: nothing is verified.
 *
 * @param files that it encloses, by name
 */
public record Opened(
        Trial trial,
        List<PatientReport> reports,
        ResponderOutcome responder,
        OpioidOutcome opioids,
        CoverageDetermination determination,
        Map<String, byte[]> files) {

    public static Opened read(byte[] file) throws IOException {
        Map<String, byte[]> files = PacketFile.read(file).enclosed();
        TrialFacts facts = TrialFactsCodec.parse(enclosed(files, Enclosed.FACTS));
        return new Opened(
                facts.trial(),
                facts.reports(),
                ResponderOutcomeReader.parse(enclosed(files, Computation.RESPONDER_OUTCOME)),
                OpioidOutcomeReader.parse(enclosed(files, Computation.OPIOID_OUTCOME)),
                CoverageDeterminationReader.parse(enclosed(files, Computation.DETERMINATION)),
                files);
    }

    public Said said() {
        return new Said(trial, reports, responder, opioids, determination);
    }

    private static byte[] enclosed(Map<String, byte[]> files, String name) throws IOException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new IOException("the packet encloses no " + name);
        }
        return content;
    }
}
