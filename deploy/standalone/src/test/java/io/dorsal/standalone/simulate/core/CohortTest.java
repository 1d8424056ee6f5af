package io.dorsal.standalone.simulate.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.DeviceId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CohortTest {
    private static final LocalDate UNTIL = LocalDate.parse("2026-11-22");

    @Test
    void runsThatDifferInAnythingShareNoDeviceAndTheSameRunIsTheSame() {
        List<DeviceId> devices = Stream.of(
                        new Cohort(1, 7, UNTIL, 0),
                        new Cohort(1, 3, UNTIL, 0),
                        new Cohort(1, 7, UNTIL, 0.005),
                        new Cohort(2, 7, UNTIL, 0),
                        new Cohort(1, 7, UNTIL.plusDays(1), 0))
                .flatMap(cohort -> cohort.plans(2).stream())
                .map(plan -> plan.course().device())
                .toList();
        assertThat(devices).hasSize(10).doesNotHaveDuplicates();
        assertThat(new Cohort(1, 7, UNTIL, 0).plans(2)).isEqualTo(new Cohort(1, 7, UNTIL, 0).plans(2));
    }

    @Test
    void theLongestNameIsStillAnId() {
        assertThat(new Cohort(Long.MIN_VALUE, 56, UNTIL, 0.005)
                        .plans(1)
                        .getFirst()
                        .course())
                .satisfies(course -> assertThat(course.device().value()).hasSizeLessThanOrEqualTo(64))
                .satisfies(course -> assertThat(course.trial().value()).hasSizeLessThanOrEqualTo(64));
    }
}
