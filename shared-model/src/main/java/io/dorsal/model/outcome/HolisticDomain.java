package io.dorsal.model.outcome;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import io.dorsal.model.report.CodingDirection;
import io.dorsal.model.report.Instrument;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a holistic response looks at. PGIC is none: it is a change already, and stands beside. */
public enum HolisticDomain implements Word {
    /** Enters with the means of {@code pain-relief/1}, on the trial's own scale. */
    PAIN(null, CodingDirection.LOWER_IS_BETTER),
    ODI(Instrument.ODI, CodingDirection.LOWER_IS_BETTER),
    EQ_5D_5L(Instrument.EQ_5D_5L, CodingDirection.HIGHER_IS_BETTER),
    PROMIS_PHYSICAL_FUNCTION(Instrument.PROMIS_PHYSICAL_FUNCTION, CodingDirection.HIGHER_IS_BETTER),
    PROMIS_PAIN_INTERFERENCE(Instrument.PROMIS_PAIN_INTERFERENCE, CodingDirection.LOWER_IS_BETTER),
    PROMIS_SLEEP_DISTURBANCE(Instrument.PROMIS_SLEEP_DISTURBANCE, CodingDirection.LOWER_IS_BETTER),
    SLEEP(Instrument.SLEEP, CodingDirection.HIGHER_IS_BETTER);

    private final @Nullable Instrument instrument;
    private final CodingDirection direction;

    HolisticDomain(@Nullable Instrument instrument, CodingDirection direction) {
        this.instrument = instrument;
        this.direction = direction;
    }

    /** Whose scores they are; empty for pain, which is no questionnaire's. */
    public Optional<Instrument> instrument() {
        return Optional.ofNullable(instrument);
    }

    /** How much better the second score is; negative when worse. */
    public Rational improvement(Rational from, Rational to) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> to.minus(from);
            case LOWER_IS_BETTER -> from.minus(to);
        };
    }

    /** No better than that. */
    public boolean isAsBadAs(Rational score, Rational other) {
        return improvement(other, score).signum() <= 0;
    }

    @Override
    public String word() {
        return name();
    }
}
