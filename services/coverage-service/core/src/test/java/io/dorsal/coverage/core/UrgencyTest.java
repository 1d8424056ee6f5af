package io.dorsal.coverage.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.outcome.CollectionLimit;
import io.dorsal.model.outcome.CoverageDetermination;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UrgencyTest {
    private static final String POLICY = "mac-scs-ngs";

    @Test
    void aPlannedRemovalThatPassesLeavesUntilTheLeadComesOut() {
        Chart chart = Chart.complete().unanswered().removed(null).asOf("2026-03-05T17:00:00Z");

        Urgency urgency = urgency(chart);

        assertThat(urgency.untils()).containsExactly(Chart.REMOVED_AT);
        assertThat(urgency.afterwards()).isEqualTo(CollectionLimit.LEAD_REMOVAL);
        assertThat(urgency.rank()).isBetween(1, 4);
        assertThat(Urgency.isOutdated(chart.under(POLICY), Chart.REMOVED_AT.minusSeconds(1)))
                .isFalse();
        assertThat(Urgency.isOutdated(chart.under(POLICY), Chart.REMOVED_AT)).isTrue();
    }

    @Test
    void withoutAKnownInstantTheFirstLineCounts() {
        Chart chart = Chart.complete().without(DocumentKind.FACILITY_STATEMENT);

        assertThat(urgency(chart).untils()).isEmpty();
        assertThat(urgency(chart).afterwards())
                .isEqualTo(chart.under(POLICY).missing().getFirst().limit());
        assertThat(Urgency.isOpen(chart.under(POLICY))).isTrue();
    }

    @Test
    void whatIsSupportedIsNotOpenAndLast() {
        Chart chart = Chart.complete();

        assertThat(Urgency.isOpen(chart.under(POLICY))).isFalse();
        assertThat(urgency(chart).afterwards()).isEqualTo(CollectionLimit.TOO_LATE);
        assertThat(Urgency.isOpen(Chart.complete().relief("10").analgesics("10").under(POLICY)))
                .isTrue();
    }

    private static Urgency urgency(Chart chart) {
        Evidence evidence = chart.evidence();
        CoverageDetermination determination = chart.under(POLICY);
        return Urgency.of(determination, later -> at(evidence, later));
    }

    private static CoverageDetermination at(Evidence evidence, Instant asOf) {
        return Coverage.determine(Chart.SHIPPED, POLICY, evidence, asOf);
    }
}
