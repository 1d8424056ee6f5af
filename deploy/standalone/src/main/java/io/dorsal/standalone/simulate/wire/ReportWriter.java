package io.dorsal.standalone.simulate.wire;

import io.dorsal.model.report.PatientReport;
import io.dorsal.model.wire.ReportCodec;
import java.util.List;
import java.util.stream.Collectors;

/** Reports as a clinic's system posts them. */
public final class ReportWriter {
    private ReportWriter() {}

    public static String array(List<PatientReport> reports) {
        return reports.stream().map(ReportCodec::canonical).collect(Collectors.joining(",", "[", "]"));
    }
}
