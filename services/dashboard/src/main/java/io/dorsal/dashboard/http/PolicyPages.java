package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.policy.Policy;
import io.dorsal.dashboard.core.policy.PolicyPart;
import io.dorsal.dashboard.core.policy.PolicyShelf;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** {@code /policies}: what payers ask for, in sentences. */
@Path("/policies")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PolicyPages {
    private final PolicyShelf shelf;
    private final Clock clock = Clock.systemUTC();

    /** The templates, checked when the module is built. */
    @CheckedTemplate(basePath = "")
    static class Templates {
        /** @param because why there are none, as a clause; empty otherwise */
        static native TemplateInstance policies(List<PolicyPart> policies, String because);

        static native TemplateInstance policy(PolicyPart policy);
    }

    public PolicyPages(PolicyShelf shelf) {
        this.shelf = shelf;
    }

    @GET
    public TemplateInstance list() {
        return switch (shelf.all()) {
            case Found<List<Policy>> found ->
                Templates.policies(found.value().stream().map(this::part).toList(), "");
            case Unknown<List<Policy>> unknown -> Templates.policies(List.of(), "it does not know of policies");
            case Unavailable<List<Policy>> unavailable -> Templates.policies(List.of(), unavailable.because());
        };
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") String id) {
        return switch (shelf.find(Parameter.bounded(id))) {
            case Found<Policy> found -> Templates.policy(part(found.value()));
            case Unknown<Policy> unknown -> throw new NotFoundException();
            case Unavailable<Policy> unavailable -> Templates.policies(List.of(), unavailable.because());
        };
    }

    private PolicyPart part(Policy policy) {
        return PolicyPart.of(policy, LocalDate.now(clock));
    }
}
