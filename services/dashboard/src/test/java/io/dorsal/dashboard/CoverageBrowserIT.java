package io.dorsal.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dorsal.dashboard.core.Board;
import io.dorsal.embedded.RealBackends;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coverage, function, worklist and policies in a browser. */
@QuarkusTest
@QuarkusTestResource(value = RealBackends.class, initArgs = @ResourceArg(name = "kafka", value = "true"))
@QuarkusTestResource(StubFrontDoor.class)
class CoverageBrowserIT {
    private static final String LIVE = ".live-status[data-state=live]";
    private static final CoverageDetermination OPEN = SampleCoverage.incomplete("T-1");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @TestHTTPResource("/")
    URI root;

    @Inject
    Board board;

    private SampleClinic clinic;
    private Browsers browsers;

    @BeforeEach
    void open() {
        browsers = Browsers.open();
        StubFrontDoor.reset();
        clinic = new SampleClinic(bootstrapServers);
        clinic.publish(SampleTrial.of("T-1").under("mac-scs-ngs"));
        StubFrontDoor.ANSWERS.put("T-1", SampleCoverage.function("T-1"));
        StubFrontDoor.COVERAGE.put("T-1", SampleCoverage.all(OPEN, SampleCoverage.doesNotApply("T-1")));
        StubFrontDoor.WORKLIST.put("limit=25", SampleCoverage.worklist("next", OPEN));
        StubFrontDoor.WORKLIST.put("limit=25&cursor=next", SampleCoverage.worklist(null));
        StubFrontDoor.POLICIES.put("policies", SampleCoverage.policies("policies"));
        StubFrontDoor.POLICIES.put("opd-prior-authorization", SampleCoverage.policies("policy"));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var known = board.find(new TrialId("T-1"));
            return known != null && known.trial().coverage().policy() != null;
        });
    }

    @AfterEach
    void close() {
        if (clinic != null) {
            clinic.remove(new TrialId("T-1"));
            await().atMost(Duration.ofSeconds(60)).until(() -> board.find(new TrialId("T-1")) == null);
            clinic.close();
            browsers.close();
        }
    }

    private Page visit(String path, boolean scripts) {
        Page page = browsers.page(1280, ColorScheme.LIGHT, scripts);
        page.navigate(root.resolve(path).toString());
        return page;
    }

    @Test
    void noAccessibilityViolationInAnySizeAndScheme() {
        for (String path : new String[] {
            "/trials/T-1",
            "/trials/T-1?policy=opd-prior-authorization",
            "/worklist",
            "/worklist?cursor=next",
            "/worklist?cursor=gone",
            "/policies",
            "/policies/opd-prior-authorization"
        }) {
            browsers.checkAccessible(root.resolve(path));
        }
    }

    @Test
    void withoutScriptsTheWayFromTheWorklistToAnotherPolicyIsComplete() {
        Page page = visit("/worklist", false);
        page.locator("#entry-T-1 h3 a").click();

        assertThat(page).hasURL(Pattern.compile(".*/trials/T-1#coverage"));
        assertThat(page.locator("#determination")).containsText("Incomplete");
        page.locator("#criterion-L6 summary").click();
        assertThat(page.locator("#facts-L6")).containsText("nobody has attested one since the placement");
        page.locator("#policy-opd-prior-authorization a").click();
        assertThat(page.locator("#determination")).containsText("Does not apply");
        page.locator(".policy-name a").click();
        assertThat(page.locator("h1")).hasText("opd-prior-authorization");
        assertThat(page.locator(".site-nav [aria-current]")).hasText("Policies");
    }

    @Test
    void aNewDeterminationShowsOnTheWorklistWithoutReload() {
        Page page = visit("/worklist", true);
        assertThat(page.locator(LIVE)).isVisible();
        Locator later = page.locator("#later-T-1");
        later.locator("summary").click();
        assertThat(later).hasAttribute("open", "");

        StubFrontDoor.WORKLIST.put("limit=25", SampleCoverage.worklist(null, OPEN, SampleCoverage.incomplete("T-2")));
        clinic.publish(SampleCoverage.incomplete("T-2"));

        assertThat(page.locator("#entry-T-2")).isVisible();
        assertThat(page.locator(".live-status")).containsText("2 trials on this page");
        assertThat(later).hasAttribute("open", "");
    }

    @Test
    void aNewDeterminationShowsOnTheTrialWithoutReload() {
        Page page = visit("/trials/T-1", true);
        assertThat(page.locator(LIVE)).isVisible();

        StubFrontDoor.COVERAGE.put("T-1", SampleCoverage.all(SampleCoverage.noneInForce("T-1")));
        clinic.publish(OPEN);

        assertThat(page.locator("#coverage-note")).containsText("which is not known here");
    }
}
