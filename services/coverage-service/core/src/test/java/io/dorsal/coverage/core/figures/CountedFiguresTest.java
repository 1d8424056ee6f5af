package io.dorsal.coverage.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.figures.ClinicFigures;
import io.dorsal.model.figures.ClinicFigures.View;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CountedFiguresTest {
    private static final Selection ALL = new Selection(null, null, null);
    private static final Instant BEFORE = Cohort.PLACED.minusSeconds(60);

    private final List<Standing> trials = new Cohort(new Random(11)).trials(60);

    @Test
    void numbersHoldUntilATrialBeginsOrEnds() {
        CountedFigures planned = counted(BEFORE);
        assertThat(planned.until()).isEqualTo(Cohort.PLACED);
        assertThat(planned.holdAt(BEFORE.plusSeconds(59))).isTrue();
        assertThat(planned.holdAt(Cohort.PLACED)).isFalse();
        assertThat(counted(Cohort.PLACED).until()).isEqualTo(Cohort.REMOVED);
        assertThat(counted(Cohort.REMOVED).until()).isNull();
        assertThat(counted(Cohort.REMOVED).holdAt(Instant.MAX)).isTrue();
    }

    @Test
    void numbersDoNotHoldBeforeTheyWereCounted() {
        assertThat(counted(Cohort.REMOVED).holdAt(BEFORE)).isFalse();
    }

    @Test
    void whileTheyHoldCountingAgainGivesTheSame() {
        for (Instant counted : List.of(BEFORE, Cohort.PLACED, Cohort.REMOVED)) {
            Instant later = counted.plusSeconds(30);
            assertThat(counted(counted).holdAt(later)).isTrue();
            assertThat(counted(counted).asOf(later)).isEqualTo(figures(later));
        }
        assertThat(figures(Cohort.PLACED)).isNotEqualTo(counted(BEFORE).asOf(Cohort.PLACED));
    }

    private CountedFigures counted(Instant now) {
        return CountedFigures.of(ALL, trials, List.of(), now, View.CLINIC);
    }

    private ClinicFigures figures(Instant now) {
        return FigureTables.of(ALL, trials, List.of(), now, View.CLINIC);
    }
}
