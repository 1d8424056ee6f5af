package io.dorsal.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;

/** Where a class lives: its module and its room on the floor plan; {@code wiring} is the module's own package. */
record Room(String module, String name) {
    static final String CORE = "core";
    static final Set<String> EDGES = Set.of("mqtt", "kafka", "http", "store", "render");

    private static final String PREFIX = "io.dorsal.";

    /** Empty for what is not ours, and for shared-model, whose packages are words and not rooms. */
    static Optional<Room> of(JavaClass type) {
        var home = type.getBaseComponentType().getPackageName();
        if (!home.startsWith(PREFIX) || home.equals("io.dorsal.model") || home.startsWith("io.dorsal.model.")) {
            return Optional.empty();
        }
        var steps = home.substring(PREFIX.length()).split("\\.");
        return Optional.of(new Room(steps[0], steps.length > 1 ? steps[1] : "wiring"));
    }

    boolean isCore() {
        return name.equals(CORE);
    }

    boolean isEdge() {
        return EDGES.contains(name);
    }
}
