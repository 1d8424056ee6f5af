package io.dorsal.opioid.wire;

import io.dorsal.opioid.core.Rules;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that an opioid outcome follows from beside the facts.
 *
 * @param factorSet such as {@code cdc-2022}
 * @param tables SHA-256, hex, of each shipped table by file name: who computes again needs the same ones
 */
public record OpioidBasis(Rules rules, String factorSet, Map<String, String> tables) {
    public OpioidBasis {
        tables = Collections.unmodifiableMap(new TreeMap<>(tables));
    }
}
