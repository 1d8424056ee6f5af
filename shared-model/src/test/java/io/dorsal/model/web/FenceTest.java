package io.dorsal.model.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenceTest {
    private final Fence fence = new Fence(List.of("Dorsal.clinic.example"));

    /** Several values of a header stand with {@code ;} between. */
    @ParameterizedTest
    @CsvSource({
        // A browser's own words about a write.
        "POST,   localhost:8080, , http://localhost:8080, same-origin, ",
        "POST,   localhost:8080, , , none, ",
        "POST,   localhost:8080, , http://localhost:8080, , ",
        "DELETE, [::1]:8080, , http://[::1]:8080, same-origin, ",
        "POST,   dorsal.clinic.example, , https://dorsal.clinic.example, same-origin, ",
        "POST,   dorsal.clinic.example:443, , https://DORSAL.clinic.example, same-origin, ",
        "POST,   127.0.0.1:8080, dorsal.clinic.example, https://dorsal.clinic.example, same-origin, ",
        // No browser.
        "POST,   localhost:8080, , , , ",
        "PUT,    127.0.0.1:8080, , , , ",
        // Reading is for the browser to guard.
        "GET,     localhost:8080, , http://evil.example, cross-site, ",
        "HEAD,    localhost:8080, , null, cross-site, ",
        "OPTIONS, localhost:8080, , http://evil.example, cross-site, "
    })
    void everyWordCounts(
            String method,
            @Nullable String hosts,
            @Nullable String forwarded,
            @Nullable String origins,
            @Nullable String sites,
            @Nullable Refusal expected) {
        Asked asked =
                new Asked(method, "/api/trials", values(hosts), values(forwarded), values(origins), values(sites));

        assertThat(fence.refusal(asked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Another site, a neighbour on the same machine, a page without an origin.
        "POST,   localhost:8080, , http://evil.example, cross-site, OTHER_SITE",
        "POST,   localhost:8080, , , cross-site, OTHER_SITE",
        "POST,   localhost:8080, , http://evil.example, , OTHER_SITE",
        "POST,   localhost:8080, , http://evil.example, same-origin, OTHER_SITE",
        "POST,   localhost:8080, , http://localhost:8080, cross-site, OTHER_SITE",
        "POST,   localhost:8080, , http://localhost:3000, same-site, OTHER_SITE",
        "POST,   localhost:8080, , http://localhost:3000, , OTHER_SITE",
        "POST,   localhost:8080, , http://localhost, , OTHER_SITE",
        "POST,   localhost:8080, , http://127.0.0.1:8080, , OTHER_SITE",
        "POST,   localhost:8080, , null, , OTHER_SITE",
        "POST,   localhost:8080, , null, same-origin, OTHER_SITE",
        "POST,   localhost:8080, , '', , OTHER_SITE",
        "POST,   localhost:8080, , ftp://localhost:8080, , OTHER_SITE",
        "POST,   localhost:8080, , http://localhost:8080@evil.example, , OTHER_SITE",
        "POST,   localhost:8080, , http://localhost:8080;http://evil.example, , OTHER_SITE",
        "POST,   localhost:8080, , , same-origin;cross-site, OTHER_SITE",
        "POST,   localhost:8080, , , SAME-ORIGIN, OTHER_SITE",
        "PUT,    localhost:8080, , , same-site, OTHER_SITE",
        "PATCH,  localhost:8080, , , cross-site, OTHER_SITE",
        "DELETE, localhost:8080, , , cross-site, OTHER_SITE",
        "QUERY,  localhost:8080, , , cross-site, OTHER_SITE",
        "get,    localhost:8080, , , cross-site, OTHER_SITE",
        "POST,   127.0.0.1:8080, localhost:8080, http://127.0.0.1:8080, , OTHER_SITE"
    })
    void everyOtherSiteIsRefused(
            String method,
            @Nullable String hosts,
            @Nullable String forwarded,
            @Nullable String origins,
            @Nullable String sites,
            @Nullable Refusal expected) {
        everyWordCounts(method, hosts, forwarded, origins, sites, expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Names.
        "GET, LOCALHOST, , , , ",
        "GET, 127.0.0.1:1, , , , ",
        "GET, [::1], , , , ",
        "GET, dorsal.clinic.example:9443, , , , ",
        "GET, evil.example, , , , FOREIGN_HOST",
        "GET, evil.example:8080, , , none, FOREIGN_HOST",
        "GET, localhost.evil.example, , , , FOREIGN_HOST",
        "GET, evil.example.clinic.example, , , , FOREIGN_HOST",
        "GET, 127.0.0.2, , , , FOREIGN_HOST",
        "GET, localhost@evil.example, , , , FOREIGN_HOST",
        "GET, localhost:x, , , , FOREIGN_HOST",
        "GET, localhost/evil, , , , FOREIGN_HOST",
        "GET, '', , , , FOREIGN_HOST",
        "GET, localhost, evil.example, , , FOREIGN_HOST",
        "GET, localhost, 'localhost, evil.example', , , FOREIGN_HOST",
        "GET, localhost, localhost;evil.example, , , FOREIGN_HOST",
        "GET, localhost, dorsal.clinic.example, , , ",
        "POST, evil.example, , http://evil.example, same-origin, FOREIGN_HOST",
        "GET, , , , , HOST_UNCLEAR",
        "GET, localhost;localhost, , , , HOST_UNCLEAR",
        "GET, localhost;evil.example, , , , HOST_UNCLEAR"
    })
    void everyNameCounts(
            String method,
            @Nullable String hosts,
            @Nullable String forwarded,
            @Nullable String origins,
            @Nullable String sites,
            @Nullable Refusal expected) {
        everyWordCounts(method, hosts, forwarded, origins, sites, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/, ",
        "*, ",
        "http://localhost:8080/api/trials, ",
        "/search?of=http://evil.example, ",
        "http://evil.example/api/trials, FOREIGN_HOST",
        "http://localhost@evil.example/, FOREIGN_HOST"
    })
    void aWholeAddressInTheRequestLineIsAHostToo(String target, @Nullable Refusal expected) {
        Asked asked = new Asked("GET", target, List.of("localhost"), List.of(), List.of(), List.of());

        assertThat(fence.refusal(asked)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dorsal.example:8080", "http://dorsal.example", "*", "", "a b"})
    void whatIsNoNameStopsTheStart(String name) {
        assertThatThrownBy(() -> new Fence(List.of(name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dorsal.http.host-names")
                .hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void aRefusalSaysNothingOfWhatWasAsked() {
        assertThat(Refusal.OTHER_SITE.problem())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"This was not sent from here\",\"status\":403,\"detail\":"
                                + "\"A page of another site sent this, so that nothing was done. Open the page here and do it again.\","
                                + "\"reason\":\"other-site\"}");
        assertThat(Refusal.values()).extracting(Refusal::status).containsExactly(400, 421, 403);
    }

    private static List<String> values(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(";", -1));
    }
}
