package io.dorsal.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dorsal.embedded.RealBackends;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The clinic's figures, as asked for and in a browser. */
@QuarkusTest
@QuarkusTestResource(value = RealBackends.class, initArgs = @ResourceArg(name = "kafka", value = "true"))
@QuarkusTestResource(StubFrontDoor.class)
class ClinicFiguresIT {
    @TestHTTPResource("/")
    URI root;

    @BeforeEach
    void reset() {
        StubFrontDoor.reset();
        StubFrontDoor.FIGURES.put("/api/figures", SampleFigures.answer(null));
        StubFrontDoor.FIGURES.put("/api/clinics/harbor/figures", SampleFigures.answer("harbor"));
    }

    @Test
    void oneClinicAndOnePeriodAreAskedForAndCanBeExported() {
        given().get("/figures?clinic=harbor&from=2026-01-01&to=2026-03-31&by=payer")
                .then()
                .statusCode(200)
                .body(containsString("66.6\u00a0%"))
                .body(containsString("20 of 30"))
                .body(containsString("For this clinic's own screen"))
                .body(containsString("/api/clinics/harbor/figures.csv?from=2026-01-01&amp;to=2026-03-31"));
        assertThat(StubFrontDoor.ASKED).contains("/api/clinics/harbor/figures?from=2026-01-01&to=2026-03-31");
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
