package io.dorsal.opioid.core;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MME per unit of one opioid.
 *
 * @param doseForm the only dose form that it holds for; null for every form that is not parenteral
 * @param steps one, or several that slide with the dose of the whole day; the last has no upper end
 */
public record Factor(Opioid opioid, Unit unit, @Nullable String doseForm, List<Step> steps) {

    /** What the dose of a day is counted in. */
    public enum Unit implements Word {
        MG_PER_DAY("mg/d"),
        /** The rate of a patch, over the share of the day that it was worn. */
        MICROGRAM_PER_HOUR("ug/h");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    /** @param upTo the highest dose of a day that it holds for; null for any above */
    public record Step(@Nullable Rational upTo, Rational factor) {
        boolean covers(Rational amount) {
            return upTo == null || amount.isAtMost(upTo);
        }
    }

    /** The MME of all that was taken of the opioid in one day. */
    Rational mme(Rational amount) {
        Step step =
                steps.stream().filter(each -> each.covers(amount)).findFirst().orElseGet(steps::getLast);
        return amount.times(step.factor());
    }

    boolean holdsFor(Drug drug) {
        return doseForm == null || doseForm.equals(drug.doseForm());
    }
}
