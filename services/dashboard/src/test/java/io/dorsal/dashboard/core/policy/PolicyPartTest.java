package io.dorsal.dashboard.core.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.core.policy.Policy.Criterion;
import io.dorsal.dashboard.core.policy.Policy.Version;
import io.dorsal.model.outcome.CriterionKind;
import io.dorsal.model.outcome.SourceStatus;
import io.dorsal.model.outcome.Supplier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyPartTest {
    private static final LocalDate FIRST = LocalDate.parse("2021-07-01");
    private static final LocalDate SECOND = LocalDate.parse("2026-01-15");

    private static Version version(LocalDate from, @Nullable LocalDate to, SourceStatus status) {
        return new Version(
                from.toString(),
                "medicare",
                "Checklist",
                "United States",
                from,
                to,
                status,
                null,
                List.of("cms-ncd-160.7 1995-08-07"),
                List.of(
                        new Criterion(
                                "N1",
                                "The therapy is a last resort.",
                                "NCD 160.7",
                                CriterionKind.DOCUMENT,
                                "cms-ncd-160.7 1995-08-07",
                                SourceStatus.SECONDARY,
                                Supplier.CLINICIAN),
                        new Criterion(
                                "L6",
                                "Half the pain is gone.",
                                "Checklist",
                                CriterionKind.COMPUTED,
                                "acme " + from,
                                status,
                                null)),
                List.of(),
                null);
    }

    private static PolicyPart on(LocalDate today) {
        return PolicyPart.of(
                new Policy(
                        "acme",
                        List.of(
                                version(FIRST, SECOND.minusDays(1), SourceStatus.PRIMARY),
                                version(SECOND, null, SourceStatus.SECONDARY))),
                today);
    }

    @Test
    void theVersionInForceIsTheCurrentOne() {
        assertThat(on(SECOND).current().version()).isEqualTo("2026-01-15");
        assertThat(on(SECOND.minusDays(1)).current().version()).isEqualTo("2021-07-01");
        assertThat(on(FIRST.minusDays(1)).current().version())
                .as("none yet: the newest")
                .isEqualTo("2026-01-15");
        assertThat(on(SECOND).versions()).extracting(VersionPart::version).containsExactly("2026-01-15", "2021-07-01");
        assertThat(on(SECOND).versions()).extracting(VersionPart::isInForce).containsExactly(true, false);
    }

    @Test
    void aVersionReadsAloud() {
        VersionPart now = on(SECOND).current();
        VersionPart before = on(SECOND).versions().getLast();

        assertThat(now.inForce()).isEqualTo("from 15 Jan 2026");
        assertThat(now.check()).isEqualTo("check against the payer\u2019s current document");
        assertThat(before.inForce()).isEqualTo("from 1 Jul 2021 to 14 Jan 2026");
        assertThat(before.source()).isEqualTo("The text itself was read.");
        assertThat(before.check()).isEmpty();
        assertThat(now.criteria().getFirst())
                .isEqualTo(new VersionPart.Sentence(
                        "N1",
                        "The therapy is a last resort.",
                        "Needs a document, or an entry in the list of earlier treatments. Supplied by the clinician.",
                        "NCD 160.7",
                        "cms-ncd-160.7 1995-08-07",
                        "check against the payer\u2019s current document"));
        assertThat(before.criteria().getLast().statedBy()).isEmpty();
        assertThat(before.criteria().getLast().restsOn()).isEqualTo("Computed from the trial\u2019s figures.");
    }
}
