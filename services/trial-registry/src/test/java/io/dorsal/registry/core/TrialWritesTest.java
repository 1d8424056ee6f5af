package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.registry.core.TrialDecision.Create;
import io.dorsal.registry.core.TrialDecision.DeviceElsewhere;
import io.dorsal.registry.core.TrialDecision.LostRace;
import io.dorsal.registry.core.TrialDecision.PreconditionRequired;
import io.dorsal.registry.core.TrialDecision.Replace;
import io.dorsal.registry.core.TrialDecision.Unchanged;
import io.dorsal.registry.core.TrialWrites.Written;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrialWritesTest {
    private static final Trial TRIAL = TrialCodec.parse(
            new TrialId("T-1"),
            1,
            Json.parse("{\"clinic\":\"c\",\"subject\":\"S\",\"therapy\":\"SCS\",\"timezone\":\"Europe/Berlin\"}"
                    .getBytes(StandardCharsets.UTF_8)));
    private static final RevisionKey KEY = new RevisionKey("r-1", 1);
    private static final ReportAnswer REJECTED = ReportAnswer.conflict(KEY);

    static List<TrialDecision> done() {
        return List.of(new Create(TRIAL), new Replace(TRIAL), new Unchanged(TRIAL));
    }

    static List<TrialDecision> inTheWay() {
        DeviceConflict conflict = new DeviceConflict(
                0,
                new TrialId("T-2"),
                new Assignment(new DeviceId("E-1"), Instant.parse("2026-03-02T16:00:00Z"), null));
        return List.of(new LostRace(TRIAL), new PreconditionRequired(TRIAL), new DeviceElsewhere(conflict));
    }

    @ParameterizedTest
    @MethodSource("done")
    void whatIsAsProposedIsKeptTogether(TrialDecision change) {
        List<ReportAnswer> reports = List.of(ReportAnswer.accepted(KEY), ReportAnswer.duplicate(KEY));
        assertThat(Written.of(reports, List.of(change), true)).isEqualTo(new Written(reports, List.of(change), true));
    }

    @ParameterizedTest
    @MethodSource("inTheWay")
    void aChangeInTheWayStopsAWholeAndNoPart(TrialDecision change) {
        List<ReportAnswer> reports = List.of(ReportAnswer.accepted(KEY));
        assertThat(Written.of(reports, List.of(new Unchanged(TRIAL), change), true)
                        .kept())
                .isFalse();
        assertThat(Written.of(reports, List.of(new Unchanged(TRIAL), change), false)
                        .kept())
                .isTrue();
    }

    @Test
    void aRejectedReportStopsAWholeAndNoPart() {
        List<ReportAnswer> reports = List.of(ReportAnswer.accepted(KEY), REJECTED);
        assertThat(Written.of(reports, List.of(), true).kept()).isFalse();
        assertThat(Written.of(reports, List.of(), false).kept()).isTrue();
    }

    @Test
    void nothingIsKeptAsAWhole() {
        assertThat(Written.of(List.of(), List.of(), true).kept()).isTrue();
    }
}
