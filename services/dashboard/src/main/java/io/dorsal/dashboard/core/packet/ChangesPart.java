package io.dorsal.dashboard.core.packet;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.packet.Packets.Change;
import io.dorsal.dashboard.core.packet.Packets.Changes;
import io.dorsal.dashboard.core.packet.Packets.Comparison;
import io.dorsal.dashboard.core.packet.Packets.Refused;
import java.util.List;

/**
 * What has changed since the latest packet.
 *
 * @param since its number; 0 when there is none, or nothing could be told
 * @param sentence what it comes to
 */
public record ChangesPart(long since, String sentence, List<Change> changes) {

    public static ChangesPart of(Answer<Comparison> answer) {
        return switch (answer) {
            case Found<Comparison> found -> of(found.value());
            case Unknown<Comparison> unknown -> untold("coverage-service does not know of this trial yet");
            case Unavailable<Comparison> unavailable -> untold(unavailable.because());
        };
    }

    private static ChangesPart of(Comparison comparison) {
        return switch (comparison) {
            case Refused refused ->
                new ChangesPart(0, "There is nothing to compare with just now: " + refused.detail(), List.of());
            case Changes changes -> of(changes);
        };
    }

    private static ChangesPart of(Changes changes) {
        Long since = changes.since();
        if (since == null) {
            return new ChangesPart(0, "There is no packet of this trial under this policy yet.", List.of());
        }
        return new ChangesPart(
                since,
                changes.same()
                        ? "Nothing. A packet issued now would hold the same, byte for byte, so that no further one is made."
                        : "A packet issued now would differ from packet %d in this:".formatted(since),
                changes.changes());
    }

    private static ChangesPart untold(String because) {
        return new ChangesPart(
                0, "What has changed could not be told: %s. Try again shortly.".formatted(because), List.of());
    }
}
