package io.dorsal.dashboard.frontdoor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.packet.Packet;
import io.dorsal.dashboard.core.packet.Packets;
import io.dorsal.model.TrialId;
import io.dorsal.model.wire.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks coverage-service for packets, and to issue and release them. */
@ApplicationScoped
public class AskedPackets implements Packets {
    private static final byte[] NOTHING = {};

    private final FrontDoor door;

    AskedPackets(FrontDoor door) {
        this.door = door;
    }

    @Override
    public Answer<List<Packet>> of(TrialId trial) {
        return door.ask("coverage", "/" + trial + "/packets", PacketReader::list);
    }

    @Override
    public Answer<Issuing> issue(TrialId trial, String policy, @Nullable String amends, @Nullable String why) {
        ObjectNode order =
                Json.object().put("policy", policy).put("amends", amends).put("why", why);
        return door.post(
                "coverage",
                "/" + trial + "/packets",
                Json.bytes(order),
                Map.of(
                        201,
                        answer -> new Issued(PacketReader.packet(answer), true),
                        200,
                        answer -> new Issued(PacketReader.packet(answer), false),
                        400,
                        PacketReader::refusal,
                        409,
                        PacketReader::refusal));
    }

    @Override
    public Answer<Paper> preview(TrialId trial, String policy) {
        Map<Integer, Function<byte[], Paper>> readers =
                Map.of(200, Pdf::new, 409, PacketReader::refusal, 400, PacketReader::refusal);
        return door.askPatiently("coverage", "/" + trial + "/packet?policy=" + encoded(policy), readers);
    }

    @Override
    public Answer<Paper> file(String packet) {
        return door.askPatiently("packets", "/" + encoded(packet), Map.of(200, Pdf::new));
    }

    @Override
    public Answer<Packet> release(String packet) {
        return door.post("packets", "/" + encoded(packet) + "/release", NOTHING, Map.of(200, PacketReader::packet));
    }

    @Override
    public Answer<Proof> verify(String packet) {
        return door.askPatiently("packets", "/" + encoded(packet) + "/verification", Map.of(200, PacketReader::proof));
    }

    @Override
    public Answer<Comparison> changes(TrialId trial, String policy) {
        Map<Integer, Function<byte[], Comparison>> readers =
                Map.of(200, PacketReader::changes, 409, PacketReader::refusal, 400, PacketReader::refusal);
        return door.askPatiently("coverage", "/" + trial + "/packet/changes?policy=" + encoded(policy), readers);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
