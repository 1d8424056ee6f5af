package io.dorsal.registry.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.registry.core.Precondition.Absent;
import io.dorsal.registry.core.Precondition.Exists;
import io.dorsal.registry.core.Precondition.None;
import io.dorsal.registry.core.Precondition.SeenVersions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialDecisionTest {
    private static final Trial FIRST = trial("S-1", 1);
    private static final Trial THIRD = trial("S-3", 3);
    private static final Trial OTHER = trial("S-new", 1);
    private static final DeviceConflict CONFLICT = new DeviceConflict(
            0, new TrialId("T-2"), new Assignment(new DeviceId("ETS-1"), Instant.parse("2026-03-02T16:00:00Z"), null));

    @Test
    void theFirstWriteCreatesVersionOne() {
        assertThat(decide(null, trial("S-1", 9), new None())).isEqualTo(new TrialDecision.Create(FIRST));
        assertThat(decide(null, FIRST, new Absent())).isEqualTo(new TrialDecision.Create(FIRST));
    }

    @Test
    void whoHasSeenAVersionDoesNotCreate() {
        assertThat(decide(null, FIRST, new SeenVersions(Set.of(1L)))).isEqualTo(new TrialDecision.LostRace(null));
        assertThat(decide(null, FIRST, new Exists())).isEqualTo(new TrialDecision.LostRace(null));
    }

    @Test
    void theSameContentChangesNothingWhateverVersionTheWriterSaw() {
        Trial same = trial("S-3", 1);
        assertThat(decide(THIRD, same, new None())).isEqualTo(new TrialDecision.Unchanged(THIRD));
        assertThat(decide(THIRD, same, new Exists())).isEqualTo(new TrialDecision.Unchanged(THIRD));
        assertThat(decide(THIRD, same, new SeenVersions(Set.of(2L)))).isEqualTo(new TrialDecision.Unchanged(THIRD));
        assertThat(decide(THIRD, same, new Absent())).isEqualTo(new TrialDecision.Unchanged(THIRD));
    }

    @Test
    void aChangeNeedsTheCurrentVersion() {
        assertThat(decide(THIRD, OTHER, new None())).isEqualTo(new TrialDecision.PreconditionRequired(THIRD));
        assertThat(decide(THIRD, OTHER, new SeenVersions(Set.of(2L, 4L)))).isEqualTo(new TrialDecision.LostRace(THIRD));
        assertThat(decide(THIRD, OTHER, new SeenVersions(Set.of(2L, 3L))))
                .isEqualTo(new TrialDecision.Replace(OTHER.withVersion(4)));
        assertThat(decide(THIRD, OTHER, new Exists())).isEqualTo(new TrialDecision.Replace(OTHER.withVersion(4)));
    }

    @Test
    void whoWantsToCreateNeverChanges() {
        assertThat(decide(THIRD, OTHER, new Absent())).isEqualTo(new TrialDecision.LostRace(THIRD));
    }

    @Test
    void aDeviceInUseElsewhereStopsWhatWouldBeWrittenAndNothingElse() {
        List<DeviceConflict> conflicts = List.of(CONFLICT);
        TrialDecision elsewhere = new TrialDecision.DeviceElsewhere(CONFLICT);
        assertThat(TrialDecision.decide(null, FIRST, new None(), conflicts)).isEqualTo(elsewhere);
        assertThat(TrialDecision.decide(THIRD, OTHER, new Exists(), conflicts)).isEqualTo(elsewhere);
        assertThat(TrialDecision.decide(THIRD, OTHER, new None(), conflicts))
                .isEqualTo(new TrialDecision.PreconditionRequired(THIRD));
        assertThat(TrialDecision.decide(THIRD, THIRD, new None(), conflicts))
                .isEqualTo(new TrialDecision.Unchanged(THIRD));
    }

    private static TrialDecision decide(Trial current, Trial proposed, Precondition precondition) {
        return TrialDecision.decide(current, proposed, precondition, List.of());
    }

    private static Trial trial(String subject, long version) {
        String json = "{\"clinic\":\"c\",\"subject\":\"%s\",\"therapy\":\"SCS\",\"timezone\":\"Europe/Berlin\"}"
                .formatted(subject);
        return TrialCodec.parse(new TrialId("T-1"), version, Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }
}
