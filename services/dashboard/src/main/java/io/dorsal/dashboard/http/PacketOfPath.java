package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.dashboard.core.packet.PacketRow;
import io.dorsal.dashboard.core.packet.Packets;
import io.dorsal.model.trial.Trial;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.util.List;

/** The packet that an address is about. */
final class PacketOfPath {
    private PacketOfPath() {}

    /** Of this trial only: an address cannot reach another one's. */
    static PacketRow find(Packets packets, Trial trial, long number) {
        return switch (packets.of(trial.trial())) {
            case Found<List<Packet>> found ->
                found.value().stream()
                        .filter(packet -> packet.number() == number)
                        .findFirst()
                        .map(packet -> PacketRow.of(packet, found.value(), trial.timezone()))
                        .orElseThrow(NotFoundException::new);
            case Unknown<List<Packet>> unknown -> throw new NotFoundException();
            case Unavailable<List<Packet>> away -> throw new ServiceUnavailableException();
        };
    }
}
