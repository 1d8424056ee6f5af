package io.dorsal.dashboard;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The same with a browser in front of it. */
abstract class OpenBrowser extends OpenClinic {
    static final String LIVE = ".live-status[data-state=live]";

    Browsers browsers;

    @BeforeEach
    void openBrowser() {
        browsers = Browsers.open();
    }

    @AfterEach
    void closeBrowser() {
        if (browsers != null) {
            browsers.close();
        }
    }

    Page visit(String path, int width, ColorScheme scheme) {
        return visit(path, browsers.page(width, scheme, true));
    }

    /** Wide and light. */
    Page visit(String path, boolean scripts) {
        return visit(path, browsers.page(1280, ColorScheme.LIGHT, scripts));
    }

    private Page visit(String path, Page page) {
        page.navigate(root.resolve(path).toString());
        return page;
    }
}
