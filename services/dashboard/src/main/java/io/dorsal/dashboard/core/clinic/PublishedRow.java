package io.dorsal.dashboard.core.clinic;

import io.dorsal.model.figures.Published;
import io.dorsal.model.presentation.NumberText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published result beside a figure.
 *
 * @param of of whom it is, with numerator and denominator where the source gives them
 * @param citation null where only the name is known
 */
public record PublishedRow(
        String study, String statement, String of, @Nullable String citation) {

    static PublishedRow of(Published published) {
        List<String> of = new ArrayList<>();
        if (published.denominator() != null) {
            of.add(
                    published.numerator() == null
                            ? "of " + NumberText.count(published.denominator())
                            : "%s of %s"
                                    .formatted(
                                            NumberText.count(published.numerator()),
                                            NumberText.count(published.denominator())));
        }
        of.add(published.ofWhom());
        return new PublishedRow(published.study(), published.statement(), String.join(", ", of), published.citation());
    }
}
