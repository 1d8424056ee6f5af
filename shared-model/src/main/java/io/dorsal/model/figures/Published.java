package io.dorsal.model.figures;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published result, to stand beside a figure of one's own; never without whom it is about.
 *
 * @param citation null where only the name is known
 * @param statement the result in words, with the arms it compares
 * @param values the numbers in {@code statement}, for a drawing; none where there is none
 * @param numerator null where the source gives a percentage only
 * @param denominator null where only {@code ofWhom} tells
 */
public record Published(
        FigureName figure,
        String study,
        @Nullable String citation,
        String statement,
        List<Value> values,
        @Nullable Long numerator,
        @Nullable Long denominator,
        String ofWhom) {

    /**
     * One number.
     *
     * @param arm of the study, or what else it is of; null where there is only one, or the source does not say
     */
    public record Value(@Nullable String arm, BigDecimal percent) {}
}
