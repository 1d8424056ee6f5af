package io.dorsal.registry.store;

import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.TrialCodec;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of a trial document; never changed. */
@Entity
@Table(name = "trial_version")
class TrialVersionRow {
    /** Which version of which trial. */
    @Embeddable
    record Key(String trial, long version) {}

    @EmbeddedId
    Key key;

    String document;

    @Column(name = "recorded_at")
    Instant recordedAt;

    @Column(name = "recorded_by")
    @Nullable
    String recordedBy;

    static TrialVersionRow of(Trial trial, Instant recordedAt, @Nullable String recordedBy) {
        TrialVersionRow row = new TrialVersionRow();
        row.key = new Key(trial.trial().value(), trial.version());
        row.document = new String(TrialCodec.stored(trial), StandardCharsets.UTF_8);
        row.recordedAt = recordedAt;
        row.recordedBy = recordedBy;
        return row;
    }
}
