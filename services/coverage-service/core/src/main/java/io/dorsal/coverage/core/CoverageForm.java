package io.dorsal.coverage.core;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;

/**
 * How a determination is worded. A packet is verified by computing its determination again, byte for byte, so that the
 * form it was issued in is kept for ever and a better one is a new constant.
 */
public enum CoverageForm implements Word {
    /** Means in explanations are truncated, unlike on the pages. Packets that name no form are of this one. */
    COVERAGE_1("coverage/1"),
    /** Means in explanations read as everywhere else: rounded half up. */
    COVERAGE_2("coverage/2");

    public static final CoverageForm CURRENT = COVERAGE_2;
    private static final int MEAN_PLACES = 2;

    private final String word;

    CoverageForm(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    String mean(Rational mean) {
        return (this == COVERAGE_1 ? mean.truncated(MEAN_PLACES) : mean.rounded(MEAN_PLACES)).toPlainString();
    }
}
