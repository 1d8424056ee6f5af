package io.dorsal.dashboard.core.packet;

import io.dorsal.dashboard.core.Times;
import io.dorsal.dashboard.core.coverage.CoverageWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * One packet as the page lists it.
 *
 * @param sign names the sign beside the result
 * @param amendsNumber of the packet whose place it takes; 0 when it amends none
 * @param why it does; empty when it amends none
 * @param replacedBy the number of the packet that took its place; 0 while none did
 * @param releasedAt empty until it is released
 */
public record PacketRow(
        String id,
        long number,
        String issuedAt,
        String asOf,
        String policy,
        String version,
        String result,
        String sign,
        long amendsNumber,
        String why,
        long replacedBy,
        String payer,
        String releasedAt,
        String size) {

    /** @param all of its trial */
    public static PacketRow of(Packet packet, List<Packet> all, ZoneId zone) {
        Instant released = packet.releasedAt();
        return new PacketRow(
                packet.id(),
                packet.number(),
                Times.minute(packet.issuedAt(), zone),
                Times.minute(packet.asOf(), zone),
                packet.policy(),
                packet.version(),
                CoverageWords.result(packet.result()),
                CoverageWords.sign(packet.result()),
                numberOf(all, each -> each.id().equals(packet.amends())),
                Objects.requireNonNullElse(packet.why(), ""),
                numberOf(all, each -> packet.id().equals(each.amends())),
                packet.payer(),
                released == null ? "" : Times.minute(released, zone),
                "%,d kB".formatted((packet.bytes() + 999) / 1000));
    }

    private static long numberOf(List<Packet> all, Predicate<Packet> wanted) {
        return all.stream().filter(wanted).mapToLong(Packet::number).findFirst().orElse(0);
    }
}
