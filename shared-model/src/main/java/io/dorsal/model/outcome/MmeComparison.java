package io.dorsal.model.outcome;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import org.jspecify.annotations.Nullable;

/**
 * From one outcome's baseline to another's trial. MME of two factor sets, or of two definitions, are different
 * quantities: those are never compared.
 *
 * @param percent negative when less; null unless comparable
 */
public record MmeComparison(Verdict verdict, @Nullable Rational percent) {

    /** Whether there is a percentage, and if not, why. */
    public enum Verdict implements Word {
        COMPARED,
        INVALID_COMPARISON,
        UNDETERMINED,
        NOT_APPLICABLE;

        @Override
        public String word() {
            return name();
        }
    }

    public static MmeComparison compare(OpioidOutcome before, OpioidOutcome after) {
        if (!before.factorSet().equals(after.factorSet())
                || !before.definition().equals(after.definition())) {
            return new MmeComparison(Verdict.INVALID_COMPARISON, null);
        }
        Rational from = before.taken().baseline().mean();
        Rational to = after.taken().trial().mean();
        if (before.taken().change() == null || after.taken().change() == null || from == null || to == null) {
            return new MmeComparison(Verdict.UNDETERMINED, null);
        }
        if (from.signum() == 0) {
            return new MmeComparison(Verdict.NOT_APPLICABLE, null);
        }
        Rational percent = Rational.of(100).times(to.minus(from)).dividedBy(from);
        return new MmeComparison(Verdict.COMPARED, percent);
    }
}
