package io.dorsal.model.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dorsal.model.Malformed;
import io.dorsal.model.Resources;
import io.dorsal.model.TrialId;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.report.Statement;
import io.dorsal.model.trial.Trial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClinicCodecTest {
    private static final String TRIAL = """
            {"clinic":"harbor-pain","subject":"S-1","therapy":"SCS","timezone":"America/New_York",
             "leadPlacedAt":"2026-03-02T15:30:00Z","leadRemovedAt":"2026-03-09T15:30:00Z"}""";

    static List<Path> reports() {
        return Resources.wireSamples("patient-report.");
    }

    static List<Path> trials() {
        return Resources.wireSamples("trial.");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportSurvivesTheWayThereAndBack(Path sample) {
        PatientReport report = ReportCodec.parseStored(Resources.bytes(sample));

        assertThat(ReportCodec.parseStored(ReportCodec.stored(report))).isEqualTo(report);
    }

    @Test
    void everyStatementHasASample() {
        Set<Class<?>> seen = new HashSet<>();
        reports()
                .forEach(sample -> seen.add(ReportCodec.parseStored(Resources.bytes(sample))
                        .states()
                        .getClass()));

        assertThat(seen).containsExactlyInAnyOrder(Statement.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("trials")
    void aTrialSurvivesTheWayThereAndBack(Path sample) {
        Trial trial = TrialCodec.parseStored(Resources.bytes(sample));

        assertThat(TrialCodec.parseStored(TrialCodec.stored(trial))).isEqualTo(trial);
    }

    @Test
    void aRegistrationSurvivesTheWayThereAndBack() {
        Path sample = Resources.wireSamples("registration.").getFirst();
        var registration = RegistrationCodec.parseStored(Resources.bytes(sample));

        assertThat(RegistrationCodec.parseStored(RegistrationCodec.stored(registration)))
                .isEqualTo(registration);
    }

    @Test
    void theCanonicalFormKnowsNeitherSpellingNorOrder() {
        String spelled =
                "{\"report\":\"p\",\"revision\":1,\"kind\":\"PAIN\",\"scale\":\"NRS\",\"construct\":\"AVERAGE\",";
        PatientReport one = report(spelled + "\"at\":\"2026-02-23T20:00:00-05:00\",\"score\":8.0}");
        PatientReport other = report(spelled + "\"score\":8,\"at\":\"2026-02-24T01:00:00.000Z\"}");

        assertThat(ReportCodec.canonical(one)).isEqualTo(ReportCodec.canonical(other));
        assertThat(ReportCodec.canonical(one)).contains("\"score\":8}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"therapy\":\"SCS\"|\"therapy\":\"LASER\"|therapy|unknown-value",
                "\"timezone\":\"America/New_York\"|\"timezone\":\"+02:00\"|timezone|unknown-value",
                "\"timezone\":\"America/New_York\"|\"timezone\":\"Mars/Olympus\"|timezone|unknown-value",
                "\"subject\":\"S-1\",||subject|missing-field",
                "\"clinic\":\"harbor-pain\"|\"clinic\":\"../etc\"|clinic|bad-identifier",
                "\"leadPlacedAt\":\"2026-03-02T15:30:00Z\",||leadPlacedAt|missing-field",
                "2026-03-09T15:30:00Z|2026-03-02T15:30:00Z|leadRemovedAt|out-of-bounds",
                "2026-03-09T15:30:00Z|2027-03-02T15:30:00Z|leadRemovedAt|out-of-bounds",
            })
    void aWrongTrialIsRefusedByFieldAndReason(String right, String wrong, String field, String reason) {
        assertThat(TRIAL).contains(right);
        byte[] body = TRIAL.replace(right, wrong == null ? "" : wrong).getBytes(UTF_8);

        Malformed refusal =
                catchThrowableOfType(Malformed.class, () -> TrialCodec.parse(new TrialId("T-1"), 1, Json.parse(body)));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.reason().word()).isEqualTo(reason);
    }

    @Test
    void aRetractionNeedsAReason() {
        Malformed refusal = catchThrowableOfType(
                Malformed.class,
                () -> report("{\"report\":\"p\",\"revision\":2,\"kind\":\"PAIN\",\"retracted\":true}"));

        assertThat(refusal.field()).isEqualTo("reason");
    }

    @Test
    void aCorrectionMaySayWhyAndTheReasonIsContent() {
        String correction = "{\"report\":\"p\",\"revision\":2,\"kind\":\"NO_INTAKE\",\"date\":\"2026-03-05\"%s}";
        PatientReport without = report(correction.formatted(""));
        PatientReport explained = report(correction.formatted(",\"reason\":\"the wrong day\""));

        assertThat(without.why()).isNull();
        assertThat(ReportCodec.canonical(without)).doesNotContain("reason");
        assertThat(explained.why()).isEqualTo("the wrong day");
        assertThat(ReportCodec.canonical(explained)).contains("\"reason\":\"the wrong day\"");
        assertThat(ReportCodec.parseStored(ReportCodec.stored(explained))).isEqualTo(explained);
    }

    @Test
    void aFirstRevisionCorrectsNothing() {
        PatientReport first = report("{\"report\":\"p\",\"revision\":1,\"kind\":\"NO_INTAKE\","
                + "\"date\":\"2026-03-05\",\"reason\":\"none\"}");

        assertThat(first.why()).isNull();
        assertThat(ReportCodec.canonical(first)).doesNotContain("reason");
    }

    @Test
    void aRetractionSaysWhyOnce() {
        PatientReport retraction = report(
                "{\"report\":\"p\",\"revision\":2,\"kind\":\"PAIN\"," + "\"retracted\":true,\"reason\":\"mistyped\"}");

        assertThat(retraction.why()).isEqualTo("mistyped");
        assertThat(retraction.reason()).isNull();
    }

    /** Digests of packets that were issued name these texts: they may never change. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "pain|{\"at\":\"2026-02-24T01:00:00Z\",\"construct\":\"AVERAGE\",\"kind\":\"PAIN\",\"report\":\"p-1\","
                        + "\"revision\":1,\"scale\":\"NRS\",\"score\":8}",
                "pain-retracted|{\"kind\":\"PAIN\",\"reason\":\"typed on the wrong day\",\"report\":\"p-1\","
                        + "\"retracted\":true,\"revision\":2}",
                "no-intake|{\"date\":\"2026-03-05\",\"kind\":\"NO_INTAKE\",\"report\":\"n-1\",\"revision\":1}",
                "pain-corrected|{\"at\":\"2026-02-24T01:00:00Z\",\"construct\":\"AVERAGE\",\"kind\":\"PAIN\","
                        + "\"reason\":\"read off the wrong line\",\"report\":\"p-1\",\"revision\":2,\"scale\":\"NRS\",\"score\":7}",
            })
    void samplesKeepTheirCanonicalText(String sample, String canonical) {
        Path path = Resources.wireSamples("patient-report." + sample + ".v1").getFirst();

        assertThat(ReportCodec.canonical(ReportCodec.parseStored(Resources.bytes(path))))
                .isEqualTo(canonical);
    }

    private static PatientReport report(String json) {
        return ReportCodec.parse(new TrialId("T-1"), Instant.EPOCH, null, Json.parse(json.getBytes(UTF_8)));
    }
}
