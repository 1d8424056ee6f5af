package io.dorsal.dashboard.core.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.dashboard.SampleCoverage;
import io.dorsal.dashboard.SamplePackets;
import io.dorsal.dashboard.SampleTrial;
import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.coverage.Determinations;
import io.dorsal.model.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacketPartTest {
    private static final String POLICY = "mac-scs-ngs";
    private final Trial trial = SampleTrial.of("T-1").under(POLICY);
    private final Determinations both =
            new Determinations(List.of(SampleCoverage.doesNotApply("T-1"), SampleCoverage.incomplete("T-1")), false);
    private final List<Packet> two = List.of(SamplePackets.second(), SamplePackets.first());

    private PacketPart part(Answer<List<Packet>> answer, @Nullable String done) {
        return PacketPart.of(trial, answer, both, POLICY, false, Done.parse(done));
    }

    private PacketPart part(Packet... packets) {
        return part(new Found<>(List.of(packets)), null);
    }

    @Test
    void theFirstPacketNeedsNoReason() {
        PacketPart part = part();

        assertThat(part.form()).isEqualTo(new IssueForm("T-1", POLICY, "", 0, "", ""));
        assertThat(part.form().amendsOne()).isFalse();
        assertThat(part.form().complaint("", "")).isEmpty();
        assertThat(part.news()).isEmpty();
        assertThat(part.rows()).isEmpty();
    }

    @Test
    void aLaterOneTakesThePlaceOfTheLatestAndSaysWhy() {
        IssueForm form = part(new Found<>(two), null).form();

        assertThat(form.amends()).isEqualTo("id-2");
        assertThat(form.amendsNumber()).isEqualTo(2);
        assertThat(form.complaint("id-2", " ")).isEqualTo("Say why this packet takes the place of packet 2.");
        assertThat(form.complaint("id-2", "x".repeat(501))).contains("up to 500 characters, got 501");
        assertThat(form.complaint("id-2", "x".repeat(500))).isEmpty();
        assertThat(form.complaint("id-1", "a day was corrected")).startsWith("Packet 2 was issued meanwhile.");
    }

    @Test
    void aPacketUnderAnotherPolicyIsListedAndNotReplaced() {
        PacketPart part = PacketPart.of(
                trial,
                new Found<>(two),
                new Determinations(List.of(SampleCoverage.doesNotApply("T-1")), false),
                "opd-prior-authorization",
                false,
                null);

        assertThat(part.rows()).hasSize(2);
        assertThat(part.form()).isNull();
        assertThat(part.nothing())
                .isEqualTo(
                        "There is no result under opd-prior-authorization, and therefore nothing to issue a packet of.");
    }

    @Test
    void onlyPoliciesWithAResultCanBePicked() {
        assertThat(part().policies()).containsExactly(POLICY);
    }

    @Test
    void aRowSaysWhichPacketTakesWhosePlaceInTheTrialsZone() {
        List<PacketRow> rows = part(new Found<>(two), null).rows();

        assertThat(rows).extracting(PacketRow::number).containsExactly(2L, 1L);
        assertThat(rows.getFirst().issuedAt()).isEqualTo("5 Mar 2026, 12:30 EST");
        assertThat(rows.getFirst().amendsNumber()).isEqualTo(1);
        assertThat(rows.getFirst().why()).isEqualTo("8 March was corrected");
        assertThat(rows.getFirst().releasedAt()).isEmpty();
        assertThat(rows.getFirst().replacedBy()).isZero();
        assertThat(rows.getLast().amendsNumber()).isZero();
        assertThat(rows.getLast().replacedBy()).isEqualTo(2);
        assertThat(rows.getLast().releasedAt()).isEqualTo("5 Mar 2026, 11:45 EST");
        assertThat(rows.getLast().result()).isEqualTo("Incomplete");
        assertThat(rows.getLast().size()).isEqualTo("124 kB");
    }

    @Test
    void factsThatCameSinceAreToldByTheirDigest() {
        Packet first = SamplePackets.first();
        String now = SampleCoverage.incomplete("T-1").factDigest();
        Packet same = new Packet(
                first.id(),
                1,
                first.payer(),
                POLICY,
                first.version(),
                first.result(),
                first.asOf(),
                first.issuedAt(),
                null,
                null,
                now,
                1,
                null);

        assertThat(part(first).news()).isEqualTo("Facts have come or changed since packet 1.");
        assertThat(part(same).news()).isEqualTo("No new fact since packet 1.");
    }

    @Test
    void whatWasDoneIsSaidOnlyWhereItIsSo() {
        Found<List<Packet>> found = new Found<>(two);

        assertThat(part(found, "issued-2").done()).startsWith("Packet 2 is issued.");
        assertThat(part(found, "same-2").done()).contains("holds the same facts already");
        assertThat(part(found, "released-1").done()).isEqualTo("Packet 1 is released to the payer, medicare.");
        for (String typed : List.of("released-2", "issued-3", "approved-1", "issued-0", "issued-99999999999", "")) {
            assertThat(part(found, typed).done()).as(typed).isEmpty();
        }
    }

    @Test
    void thePastIsNotIssued() {
        PacketPart past = PacketPart.of(trial, new Found<>(two), both, POLICY, true, null);

        assertThat(past.form()).isNull();
        assertThat(past.nothing()).contains("go back to now");
        assertThat(past.rows()).hasSize(2);
    }

    @Test
    void withoutDeterminationOrPolicyThereIsNothingToIssue() {
        assertThat(PacketPart.of(trial, new Found<>(List.of()), null, null, false, null)
                        .nothing())
                .contains("No determination is at hand");
        assertThat(PacketPart.of(trial, new Found<>(List.of()), both, null, false, null)
                        .nothing())
                .startsWith("Without a policy");
    }

    @Test
    void aServiceThatIsAwayIsNotATrialWithoutPackets() {
        PacketPart away = part(new Unavailable<>("it cannot be reached"), null);

        assertThat(away.known()).isFalse();
        assertThat(away.notice()).isEqualTo("The packets could not be had: it cannot be reached.");
        assertThat(part(new Unknown<>(), null).known()).isFalse();
    }
}
