package io.dorsal.registry.store;

import io.dorsal.model.DeviceId;
import io.dorsal.model.TrialId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Advisory locks that last until the transaction ends, so that writers of one thing queue even before it exists.
 *
 * <p>Outbox ids are drawn under the lock of their key, hence ids of one key ascend in commit order. Locks are taken in
 * one order only, first a trial, then devices sorted, so two writers never wait for each other. Two keys that share a
 * 64-bit hash merely queue.
 */
@ApplicationScoped
class Locks {
    private static final long TRIAL_SEED = 1;
    private static final long DEVICE_SEED = 2;

    private final Database database;

    Locks(Database database) {
        this.database = database;
    }

    void trial(TrialId trial) {
        take(List.of(trial.value()), TRIAL_SEED);
    }

    void devices(Collection<DeviceId> devices) {
        take(devices.stream().map(DeviceId::value).distinct().sorted().toList(), DEVICE_SEED);
    }

    private void take(List<String> sortedKeys, long seed) {
        if (!sortedKeys.isEmpty()) {
            database.list(Sql.of("""
                            select pg_advisory_xact_lock(hashtextextended(key, ?))
                            from unnest(?::text[]) with ordinality as wanted (key, position) order by position
                            """, seed, sortedKeys.toArray(String[]::new)), row -> true);
        }
    }
}
