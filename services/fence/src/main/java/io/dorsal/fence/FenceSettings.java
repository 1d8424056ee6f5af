package io.dorsal.fence;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What this machine is called besides localhost. */
@ConfigMapping(prefix = "dorsal.http")
public interface FenceSettings {
    Optional<List<String>> hostNames();
}
