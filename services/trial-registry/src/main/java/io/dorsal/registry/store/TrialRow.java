package io.dorsal.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The latest version of a trial document, with the columns that lists select by. */
@Entity
@Table(name = "trial")
class TrialRow {
    @Id
    String trial;

    long version;
    String clinic;
    String state;
    String document;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
