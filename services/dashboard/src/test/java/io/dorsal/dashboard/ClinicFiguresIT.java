package io.dorsal.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dorsal.model.TrialId;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clinic's figures, as asked for and in a browser. */
@QuarkusTest
class ClinicFiguresIT extends OpenClinic {
    @BeforeEach
    void answerWithFigures() {
        StubFrontDoor.FIGURES.put("/api/figures", SampleFigures.answer(null));
        StubFrontDoor.FIGURES.put("/api/clinics/harbor/figures", SampleFigures.answer("harbor"));
    }

    @Test
    void oneClinicAndOnePeriodAreAskedForAndCanBeExported() {
        given().get("/figures?clinic=harbor&from=2026-01-01&to=2026-03-31&by=payer")
                .then()
                .statusCode(200)
                .body(containsString("66.7\u00a0%"))
                .body(containsString("20 of 30"))
                .body(containsString("For this clinic's own screen"))
                .body(containsString("/api/clinics/harbor/figures.csv?from=2026-01-01&amp;to=2026-03-31"));
        assertThat(StubFrontDoor.ASKED).contains("/api/clinics/harbor/figures?from=2026-01-01&to=2026-03-31");
    }

    @Test
    void theOnlyClinicIsWhereThePageOpensAndAllOfThemAreALink() {
        clinic.publish(SampleTrial.of("T-1").trial());
        until(() -> board.find(new TrialId("T-1")) != null);
        String only = SampleTrial.of("T-1").trial().clinic().value();
        StubFrontDoor.FIGURES.put("/api/clinics/%s/figures".formatted(only), SampleFigures.answer(only));

        answer("/figures?from=2026-01-01&by=payer")
                .statusCode(303)
                .header("Location", "/figures?clinic=%s&from=2026-01-01&by=payer".formatted(only));
        answer("/figures").statusCode(303).header("Location", "/figures?clinic=" + only);
        page("/figures?clinic=" + only)
                .body(
                        containsString("For this clinic's own screen"),
                        containsString("href=\"/figures?clinic=\""),
                        not(containsString(">Clear</a>")));
        page("/figures?clinic=").body(containsString("Of all clinics together"));
    }

    @Test
    void withSeveralClinicsThePageOpensOnTheOneWithMostTrials() {
        clinic.publish(SampleTrial.of("T-1").clinic("another").trial());
        clinic.publish(SampleTrial.of("T-2").trial());
        clinic.publish(SampleTrial.of("T-3").trial());
        until(() -> board.trials().size() == 3);
        String largest = SampleTrial.of("T-2").trial().clinic().value();

        answer("/figures").statusCode(303).header("Location", "/figures?clinic=" + largest);
        page("/figures?clinic=")
                .body(
                        containsString("Of all clinics together"),
                        containsString("<a href=\"/figures?clinic=another\">another</a>, <a href="));
    }

    @Test
    void aPeriodThatIsNoneIsSaidAndAllIsShown() {
        given().get("/figures?from=yesterday")
                .then()
                .statusCode(200)
                .body(containsString("The period was not understood"))
                .body(containsString("Of all clinics together: groups of fewer than 11 patients"));
    }

    @Test
    void withoutTheServiceThePageSaysSo() {
        StubFrontDoor.away = true;
        given().get("/figures").then().statusCode(200).body(containsString("The figures could not be had"));
    }

    @Test
    void noAccessibilityViolationAndNoScriptNeeded() {
        try (Browsers browsers = Browsers.open()) {
            browsers.checkAccessible(root.resolve("/figures?clinic=harbor"));
            browsers.checkAccessible(root.resolve("/figures?clinic=gone"));
            Page page = browsers.page(1280, ColorScheme.LIGHT, false);
            page.navigate(root.resolve("/figures").toString());
            assertThat(page.locator(".site-nav [aria-current]")).hasText("Clinic figures");
            page.locator("#by-outcomes summary").click();
            assertThat(page.locator("#by-outcomes")).containsText("19 of 25");
        }
    }
}
