package io.dorsal.packet.core;

import io.dorsal.packet.core.Difference.Altered;
import io.dorsal.packet.core.Difference.Extra;
import io.dorsal.packet.core.Difference.Missing;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is enclosed against what the manifest lists. */
public final class Verification {
    private Verification() {}

    /**
     * Whether all files are there and no others.
     *
     * @param enclosed SHA-256, hex, by name
     */
    public static Optional<Difference> completeness(Manifest manifest, Map<String, String> enclosed) {
        Stream<Difference> missing = manifest.names().stream()
                .filter(name -> !enclosed.containsKey(name))
                .map(Missing::new);
        Stream<Difference> extra = enclosed.keySet().stream()
                .sorted()
                .filter(name -> !name.equals(Manifest.FILE) && !name.equals(Manifest.SIGNATURE_FILE))
                .filter(name -> !manifest.names().contains(name))
                .map(Extra::new);
        return Stream.concat(missing, extra).findFirst();
    }

    /** Whether each file has the digest that the manifest names. */
    public static Optional<Difference> digests(Manifest manifest, Map<String, String> enclosed) {
        return manifest.attachments().stream()
                .filter(entry -> !entry.sha256().equals(enclosed.get(entry.name())))
                .<Difference>map(
                        entry -> new Altered(entry.name(), entry.sha256(), String.valueOf(enclosed.get(entry.name()))))
                .findFirst();
    }
}
