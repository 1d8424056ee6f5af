package io.dorsal.dashboard;

import io.dorsal.model.ClinicId;
import io.dorsal.model.DeviceId;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Assignment;
import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Trial;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trials for tests: placed at half past ten on a date, planned to end at ten after so many full days. */
public record SampleTrial(
        String id, String subject, String clinic, Therapy therapy, LocalDate placed, int days, boolean removed) {
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    public static SampleTrial of(String id) {
        return new SampleTrial(id, "S-" + id, "harbor-pain", Therapy.SCS, LocalDate.parse("2026-03-02"), 7, false);
    }

    public SampleTrial subject(String other) {
        return new SampleTrial(id, other, clinic, therapy, placed, days, removed);
    }

    public SampleTrial clinic(String other) {
        return new SampleTrial(id, subject, other, therapy, placed, days, removed);
    }

    public SampleTrial therapy(Therapy other) {
        return new SampleTrial(id, subject, clinic, other, placed, days, removed);
    }

    public SampleTrial placed(LocalDate other) {
        return new SampleTrial(id, subject, clinic, therapy, other, days, removed);
    }

    public SampleTrial days(int other) {
        return new SampleTrial(id, subject, clinic, therapy, placed, other, removed);
    }

    public SampleTrial ended() {
        return new SampleTrial(id, subject, clinic, therapy, placed, days, true);
    }

    public Instant placedAt() {
        return placed.atTime(10, 30).atZone(ZONE).toInstant();
    }

    public Instant endsAt() {
        return placed.plusDays(days + 1L).atTime(10, 0).atZone(ZONE).toInstant();
    }

    public Trial trial() {
        return trial(1);
    }

    public Trial trial(long version) {
        return document(version, placedAt(), removed ? endsAt() : null, null);
    }

    /** The same, naming a policy. */
    public Trial under(String policy) {
        return document(2, placedAt(), removed ? endsAt() : null, policy);
    }

    /** The same before the lead is placed. */
    public Trial planned() {
        return document(1, null, null, null);
    }

    private Trial document(
            long version, @Nullable Instant placedAt, @Nullable Instant removedAt, @Nullable String policy) {
        return new Trial(
                new TrialId(id),
                version,
                new ClinicId(clinic),
                subject,
                therapy,
                "M96.1",
                ZONE,
                PainScale.NRS,
                PainConstruct.AVERAGE,
                placedAt,
                endsAt(),
                removedAt,
                placedAt == null
                        ? List.of()
                        : List.of(new Assignment(new DeviceId("ETS-" + id), placedAt.plusSeconds(1800), null)),
                List.of(),
                List.of(),
                List.of(),
                new CoverageTerms(null, policy, null, null, null, null, null));
    }
}
