package io.dorsal.registry.core;

import io.dorsal.model.Malformed;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.wire.PacketText;
import io.dorsal.model.wire.ReportCodec;
import org.jspecify.annotations.Nullable;

/** One item of a batch of reports, as far as it could be read. */
public sealed interface Submission {
    /**
     * A readable report.
     *
     * @param content canonical, without who recorded it: equal text means equal content
     */
    record Stated(PatientReport report, String content) implements Submission {
        /** @throws Malformed when a packet could not quote it */
        public static Stated of(PatientReport report) {
            PacketText.require(report);
            return new Stated(report, ReportCodec.canonical(report));
        }

        public RevisionKey key() {
            return new RevisionKey(report.report().value(), report.revision());
        }
    }

    /** An item that is no report; {@code report} and {@code revision} as far as they were sent. */
    record Unreadable(@Nullable String report, @Nullable Long revision, Malformed why) implements Submission {}
}
