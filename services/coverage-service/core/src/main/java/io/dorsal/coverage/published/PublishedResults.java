package io.dorsal.coverage.published;

import io.dorsal.model.figures.Published;
import io.dorsal.model.wire.ClinicFiguresReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads {@code figures/published.json}: what is known of other people's trials, to stand beside one's own. */
public final class PublishedResults {
    private static final String FILE = "/figures/published.json";

    private PublishedResults() {}

    public static List<Published> shipped() {
        try (InputStream in = PublishedResults.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("%s is not on the class path; is the build whole?".formatted(FILE));
            }
            return ClinicFiguresReader.publishedResults(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
