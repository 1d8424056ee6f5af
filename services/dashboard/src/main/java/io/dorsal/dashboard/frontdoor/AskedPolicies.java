package io.dorsal.dashboard.frontdoor;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.policy.Policy;
import io.dorsal.dashboard.core.policy.PolicyShelf;
import io.dorsal.model.wire.Json;
import io.dorsal.model.wire.JsonFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks coverage-service for the policies in use. */
@ApplicationScoped
public class AskedPolicies implements PolicyShelf {
    private static final int POLICIES_MAX = 1_000;

    private final FrontDoor door;

    AskedPolicies(FrontDoor door) {
        this.door = door;
    }

    @Override
    public Answer<List<Policy>> all() {
        return door.ask("policies", "", AskedPolicies::list);
    }

    @Override
    public Answer<Policy> find(String id) {
        return door.ask(
                "policies",
                "/" + URLEncoder.encode(id, StandardCharsets.UTF_8),
                answer -> PolicyReader.parse(JsonFields.of(Json.parse(answer))));
    }

    private static List<Policy> list(byte[] answer) {
        return JsonFields.of(Json.parse(answer)).list("items", POLICIES_MAX, PolicyReader::parse);
    }
}
