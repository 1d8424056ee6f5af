package io.dorsal.coverage.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.ClinicId;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final List<Standing> TRIALS = new Cohort(new Random(7)).trials(200);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    # clinic, from,       to,         those placed on 2026-03-02
                    -,        2026-03-02, 2026-03-02, true
                    harbor,   2026-03-02, -,          true
                    harbor,   -,          2026-03-02, true
                    -,        2026-03-03, -,          false
                    -,        -,          2026-03-01, false
                    summit,   -,          -,          false
                    summit,   2026-03-02, 2026-03-02, false
                    """)
    void aTrialIsSelectedByItsClinicAndTheDateOfItsPlacement(
            String clinic, LocalDate from, LocalDate to, boolean selected) {
        Selection selection = new Selection(clinic == null ? null : new ClinicId(clinic), from, to);

        assertThat(TRIALS)
                .anyMatch(trial -> trial.placedOn() == null)
                .allSatisfy(trial -> assertThat(selection.has(trial)).isEqualTo(selected && trial.placedOn() != null));
    }

    @Test
    void withoutDatesATrialThatIsNotPlacedYetIsSelectedToo() {
        assertThat(TRIALS).allMatch(new Selection(null, null, null)::has);
        assertThat(TRIALS).allMatch(new Selection(new ClinicId("harbor"), null, null)::has);
        assertThat(TRIALS).noneMatch(new Selection(new ClinicId("summit"), null, null)::has);
    }
}
