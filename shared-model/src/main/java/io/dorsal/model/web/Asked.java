package io.dorsal.model.web;

import java.util.List;
import java.util.function.Function;

/**
 * What a request says about whom it means and where it comes from, as it came: every value of every such header.
 *
 * @param target as in the request line, a path or, as proxies are asked, a whole address
 */
public record Asked(
        String method,
        String target,
        List<String> hosts,
        List<String> forwardedHosts,
        List<String> origins,
        List<String> sites) {

    /** {@code headers}: all values of a header by its name. */
    public static Asked of(String method, String target, List<String> hosts, Function<String, List<String>> headers) {
        return new Asked(
                method,
                target,
                hosts,
                headers.apply("X-Forwarded-Host"),
                headers.apply("Origin"),
                headers.apply("Sec-Fetch-Site"));
    }
}
