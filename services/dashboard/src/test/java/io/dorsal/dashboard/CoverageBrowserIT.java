package io.dorsal.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.dorsal.dashboard.StubFrontDoor.Reply;
import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Coverage, function, worklist and policies in a browser. */
@QuarkusTest
class CoverageBrowserIT extends OpenBrowser {
    private static final CoverageDetermination OPEN = SampleCoverage.incomplete("T-1");

    private static final Packet[] TWO = {SamplePackets.second(), SamplePackets.first()};

    @BeforeEach
    void openOneTrial() {
        clinic.publish(SampleTrial.of("T-1").under("mac-scs-ngs"));
        StubFrontDoor.ANSWERS.put("T-1", SampleCoverage.function("T-1"));
        StubFrontDoor.COVERAGE.put("T-1", SampleCoverage.all(OPEN, SampleCoverage.doesNotApply("T-1")));
        StubFrontDoor.WORKLIST.put("limit=25", SampleCoverage.worklist("next", OPEN));
        StubFrontDoor.WORKLIST.put("limit=25&cursor=next", SampleCoverage.worklist(null));
        StubFrontDoor.POLICIES.put("policies", SampleCoverage.policies("policies"));
        StubFrontDoor.POLICIES.put("opd-prior-authorization", SampleCoverage.policies("policy"));
        StubFrontDoor.PACKETS.put("GET /api/coverage/T-1/packets", new Reply(200, SamplePackets.list(TWO)));
        StubFrontDoor.PACKETS.put("GET /api/packets/id-1/verification", SamplePackets.verified());
        StubFrontDoor.PACKETS.put("GET /api/coverage/T-1/packet/changes", SamplePackets.changes(TWO[0], false));
        until(() -> {
            var known = board.find(new TrialId("T-1"));
            return known != null && known.trial().coverage().policy() != null;
        });
    }

    @Test
    void noAccessibilityViolationInAnySizeAndScheme() {
        for (String path : new String[] {
            "/trials/T-1",
            "/trials/T-1?policy=opd-prior-authorization",
            "/trials/T-1/packets/1/verification",
            "/trials/T-1/packets/2/release",
            "/trials/T-1/packets/changes?policy=mac-scs-ngs",
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
    void withoutScriptsAPacketIsIssuedAndReleasedByKeyboard() {
        Page page = visit("/trials/T-1", false);
        StubFrontDoor.PACKETS.put("POST /api/coverage/T-1/packets", SamplePackets.reply(200, TWO[0]));
        StubFrontDoor.PACKETS.put("POST /api/packets/id-2/release", SamplePackets.reply(200, TWO[0]));

        page.getByLabel("Why it takes the place of packet 2").fill("a day was corrected");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#packets-done")).containsText("Packet 2 holds the same facts already");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Release packet 2"))
                .press("Enter");
        page.getByRole(AriaRole.BUTTON).press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*done=released-2#packets"));
    }

    @Test
    void whatIsTypedStaysWhenThePageChangesByItself() {
        Page page = visit("/trials/T-1", true);
        assertThat(page.locator(LIVE)).isVisible();
        page.locator("#why").fill("a day was corr");

        StubFrontDoor.PACKETS.put("GET /api/coverage/T-1/packets", new Reply(200, SamplePackets.list(TWO[1])));
        clinic.publish(OPEN);

        assertThat(page.locator("#packet-2")).hasCount(0);
        assertThat(page.locator("#why")).hasValue("a day was corr");
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
