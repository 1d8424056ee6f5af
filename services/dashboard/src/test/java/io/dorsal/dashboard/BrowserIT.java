package io.dorsal.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.dorsal.dashboard.SampleOutcome.scores;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrowserIT extends OpenBrowser {
    private static final Double[] EIGHTS = scores(8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0);

    @BeforeEach
    void openTwoTrials() {
        publish(SampleOutcome.responder(SampleTrial.of("T-1")));
        publish(SampleOpioids.rotation(SampleTrial.of("T-1")));
        clinic.publish(SampleOutcome.of(SampleTrial.of("T-2"), EIGHTS, 7.0, 8.0, 7.0));
        publish(SampleOpioids.unreported(SampleTrial.of("T-2")));
    }

    @Override
    void publish(SampleOutcome sample) {
        StubFrontDoor.ANSWERS.put(sample.of().id(), ResponderOutcomeCodec.stored(sample.outcome()));
        clinic.publish(sample);
        TrialId trial = new TrialId(sample.of().id());
        until(() -> {
            var listed = board.find(trial);
            return listed != null
                    && listed.outcome() != null
                    && listed.outcome().relief().equals(sample.outcome().relief());
        });
    }

    private void publish(SampleOpioids sample) {
        StubFrontDoor.OPIOIDS.put(sample.of().id(), OpioidOutcomeCodec.stored(sample.outcome()));
        clinic.publish(sample.outcome());
    }

    /** Of T-1: 75 % relief. */
    private static SampleOutcome better() {
        return SampleOutcome.of(SampleTrial.of("T-1"), EIGHTS, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0);
    }

    @Test
    void noAccessibilityViolationInAnySizeAndScheme() {
        for (String path : new String[] {"/?state=all", "/trials/T-1", "/trials/T-2", "/?q=nobody"}) {
            browsers.checkAccessible(root.resolve(path));
        }
    }

    @Test
    void theKeyboardReachesEverything() {
        Page page = visit("/trials/T-1", 1280, ColorScheme.LIGHT);
        Set<Object> reached = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            page.keyboard().press("Tab");
            reached.add(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"));
        }
        Object all = page.evaluate(
                "[...document.querySelectorAll('a[href], button, input, summary')].filter(e => e.checkVisibility())"
                        + ".map(e => e.outerHTML.slice(0, 120))");
        assertThat(reached).containsAll((java.util.List<?>) all);
    }

    @Test
    void skippingLeadsToTheContent() {
        Page page = visit("/", 1280, ColorScheme.LIGHT);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void aNewOutcomeShowsWithoutReloadAndKeepsFocusScrollAndOpenDetails() {
        Page page = visit("/trials/T-1", 1280, ColorScheme.LIGHT);
        assertThat(page.locator(LIVE)).isVisible();
        page.locator("#table-days > summary").click();
        page.locator("#table-days > summary").focus();
        page.evaluate("window.unchanged = true");
        Object scroll = page.evaluate("scrollY");

        publish(better());

        assertThat(page.locator("#outcome .big-figure")).hasText("75.0\u00a0%");
        assertThat(page.locator(".live-status")).containsText("relief 75.0\u00a0%");
        assertThat(page.evaluate("window.unchanged")).isEqualTo(true);
        assertThat(page.locator("#table-days")).hasAttribute("open", "");
        assertThat(page.locator("#table-days > summary")).isFocused();
        assertThat(page.evaluate("scrollY")).isEqualTo(scroll);
    }

    @Test
    void aNewOpioidOutcomeShowsWithoutReload() {
        Page page = visit("/trials/T-1", 1280, ColorScheme.LIGHT);
        assertThat(page.locator(LIVE)).isVisible();
        assertThat(page.locator("#opioids .big-figure")).hasText("\u221237.3\u00a0%");

        publish(new SampleOpioids(
                SampleTrial.of("T-1"), "o60 o60 o60 o60 o60 o60 o60", "o45 o45 o45 o45 o45 o45 o45", 60));

        assertThat(page.locator("#opioids .big-figure")).hasText("\u221225.0\u00a0%");
        assertThat(page.locator("#opioid-charts .chart-wide .unknown-days rect"))
                .hasCount(1);
    }

    @Test
    void aChangeBetweenRenderingAndListeningIsNotMissed() {
        Page page = browsers.page(1280, ColorScheme.LIGHT, true);
        page.route("**/api/stream", route -> {
            publish(better());
            route.resume();
        });

        page.navigate(root.resolve("/trials/T-1").toString());

        assertThat(page.locator("#outcome .big-figure")).hasText("75.0\u00a0%");
        assertThat(page.locator(LIVE)).isVisible();
    }

    @Test
    void aChangeWhileThePageIsBeingFetchedIsNotMissed() {
        AtomicBoolean changed = new AtomicBoolean();
        Page page = browsers.page(1280, ColorScheme.LIGHT, true);
        page.route("**/trials/T-1", route -> {
            if (route.request().isNavigationRequest() || changed.getAndSet(true)) {
                route.resume();
                return;
            }
            APIResponse old = route.fetch();
            publish(better());
            route.fulfill(new Route.FulfillOptions().setResponse(old));
        });

        page.navigate(root.resolve("/trials/T-1").toString());

        assertThat(page.locator("#outcome .big-figure")).hasText("75.0\u00a0%");
    }

    @Test
    void withoutAStreamThePageDoesNotCallItselfLive() {
        Page page = browsers.page(1280, ColorScheme.LIGHT, true);
        page.route("**/api/stream", Route::abort);

        page.navigate(root.resolve("/trials/T-1").toString());

        assertThat(page.locator(".live-status")).containsText("Live updates are interrupted");
        assertThat(page.locator(LIVE)).hasCount(0);
    }

    @Test
    void aNewTrialJoinsTheListByItself() {
        Page page = visit("/", 390, ColorScheme.DARK);
        assertThat(page.locator("#row-T-1")).isVisible();

        publish(SampleOutcome.of(SampleTrial.of("T-9"), EIGHTS, 4.0, 4.0, 4.0));

        assertThat(page.locator("#row-T-9")).isVisible();
        clinic.remove(new TrialId("T-9"));
        assertThat(page.locator("#row-T-9")).hasCount(0);
    }

    @Test
    void withoutScriptsThePagesAreComplete() {
        Page page = visit("/", false);
        page.locator("#row-T-1 a").click();

        assertThat(page.locator("h1")).hasText("S-T-1");
        assertThat(page.locator("#charts .chart-wide .missing-days rect")).hasCount(2);
        page.locator("#as-of").fill("2026-03-05T10:00");
        page.locator(".as-of-form button").click();
        assertThat(page).hasURL(java.util.regex.Pattern.compile(".*asOf=2026-03-05T10%3A00"));
    }
}
