package io.dorsal.dashboard.http;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a write that another site made the reader's browser send. Browsers say where a request comes from, in
 * {@code Sec-Fetch-Site} or at least in {@code Origin}, and no page can make them lie; what says neither is no browser.
 */
public class SameOrigin {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @ServerRequestFilter
    public void refuseOtherSites(ContainerRequestContext request) {
        if (!READING.contains(request.getMethod()) && !isOwn(request)) {
            throw new ForbiddenException("the request comes from another site");
        }
    }

    private static boolean isOwn(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeaderString("Origin");
        return origin == null || isHost(origin, asked(request));
    }

    /** The host that the browser asked: the front door passes it on. */
    private static @Nullable String asked(ContainerRequestContext request) {
        String forwarded = request.getHeaderString("X-Forwarded-Host");
        return forwarded != null ? forwarded : request.getHeaderString(HttpHeaders.HOST);
    }

    private static boolean isHost(String origin, @Nullable String host) {
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
