package io.dorsal.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Optional;
import java.util.Set;

/** Where a class lives: its module and its room on the floor plan; {@code wiring} is the module's own package. */
record Room(String module, String name) {
    /** The parts of deploy/standalone: programs for one machine, which have no such rooms. */
    private static final Set<String> TOOLS = Set.of("standalone", "embedded", "broker");

    /** The libraries that services share: services/fact-merge, decision 14, and services/fence, decision 29. */
    private static final Set<String> SHARED = Set.of("merge", "fence");

    /** The evidence packet, services/coverage-service/packet, which computes again with all cores: decision 21. */
    private static final String PACKET = "packet";

    /** The one service that issues it. */
    private static final String ISSUER = "coverage";

    private static final String PREFIX = "io.dorsal.";

    /** Empty for what is not ours, and for shared-model and services/fhir, whose packages are words and not rooms. */
    static Optional<Room> of(JavaClass type) {
        var home = type.getBaseComponentType().getPackageName();
        if (!home.startsWith(PREFIX) || isUnder(home, "io.dorsal.model") || isUnder(home, "io.dorsal.fhir")) {
            return Optional.empty();
        }
        var steps = home.substring(PREFIX.length()).split("\\.");
        return Optional.of(new Room(steps[0], steps.length > 1 ? steps[1] : "wiring"));
    }

    private static boolean isUnder(String home, String parent) {
        return home.equals(parent) || home.startsWith(parent + ".");
    }

    boolean isCore() {
        return name.equals("core");
    }

    boolean isWiring() {
        return name.equals("wiring");
    }

    /** The usual ones are mqtt, kafka, http, store and render; any other room beside a core is one too. */
    boolean isEdge() {
        return !isCore() && !isWiring() && !TOOLS.contains(module);
    }

    boolean isService() {
        return !TOOLS.contains(module);
    }

    boolean isShared() {
        return SHARED.contains(module);
    }

    /** Whether this is the packet's wiring, and the other something that works without its service. */
    boolean mayComputeWith(Room other) {
        boolean alone =
                !other.isWiring() && !Set.of("http", "kafka", "store", "mqtt").contains(other.name());
        return module.equals(PACKET) && isWiring() && alone;
    }

    /** Whether this is the service that issues packets, and the other the packet. */
    boolean mayIssue(Room other) {
        return module.equals(ISSUER) && other.module().equals(PACKET);
    }

    /** Whether that is the same room in the shared library, as the library's store is for a service's store. */
    boolean isSharedBy(Room library) {
        return library.isShared() && library.name().equals(name);
    }
}
