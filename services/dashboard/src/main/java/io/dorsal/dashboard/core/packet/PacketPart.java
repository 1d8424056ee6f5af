package io.dorsal.dashboard.core.packet;

import io.dorsal.dashboard.core.Answer;
import io.dorsal.dashboard.core.Answer.Found;
import io.dorsal.dashboard.core.Answer.Unavailable;
import io.dorsal.dashboard.core.Answer.Unknown;
import io.dorsal.dashboard.core.coverage.Determinations;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.trial.Trial;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page says of one trial's packets.
 *
 * @param known false when it cannot be told which packets there are
 * @param notice why; empty otherwise
 * @param done what was just done; empty otherwise
 * @param policies that a packet can be issued under, the one shown among them
 * @param form null when nothing can be issued, and {@code nothing} says why
 * @param nothing empty when there is a form
 * @param news whether facts have come since the latest packet of the policy shown; empty when there is none
 */
public record PacketPart(
        boolean known,
        String notice,
        String done,
        List<String> policies,
        @Nullable IssueForm form,
        String nothing,
        String news,
        List<PacketRow> rows) {

    private static final String PAST =
            "You see the trial as it was. A packet is issued of what is known now; go back to now to issue one.";

    /**
     * @param all what the trial amounts to under each policy; null when that could not be had
     * @param picked the policy whose determination the page shows; null when it shows none
     * @param past whether the page shows the trial as it was
     */
    public static PacketPart of(
            Trial trial,
            Answer<List<Packet>> answer,
            @Nullable Determinations all,
            @Nullable String picked,
            boolean past,
            @Nullable Done done) {
        return switch (answer) {
            case Found<List<Packet>> found -> known(trial, found.value(), all, picked, past, done);
            case Unknown<List<Packet>> unknown -> away("coverage-service knows of no packets");
            case Unavailable<List<Packet>> unavailable -> away(unavailable.because());
        };
    }

    private static PacketPart away(String because) {
        return new PacketPart(
                false, "The packets could not be had: %s.".formatted(because), "", List.of(), null, "", "", List.of());
    }

    private static PacketPart known(
            Trial trial,
            List<Packet> packets,
            @Nullable Determinations all,
            @Nullable String picked,
            boolean past,
            @Nullable Done done) {
        Optional<CoverageDetermination> shown = past || all == null || picked == null
                ? Optional.empty()
                : all.under(picked).filter(each -> each.result() != null);
        return new PacketPart(
                true,
                "",
                done == null ? "" : done.sentence(packets),
                all == null || past ? List.of() : all.judged(),
                shown.map(each -> form(trial, each.policy(), packets)).orElse(null),
                past ? PAST : shown.isPresent() ? "" : nothing(all, picked),
                shown.flatMap(each -> latest(packets, each.policy()).map(packet -> news(packet, each)))
                        .orElse(""),
                packets.stream()
                        .map(packet -> PacketRow.of(packet, packets, trial.timezone()))
                        .toList());
    }

    /** @param packets of the trial, the newest first */
    public static IssueForm form(Trial trial, String policy, List<Packet> packets) {
        Optional<Packet> latest = latest(packets, policy);
        return new IssueForm(
                trial.trial().value(),
                policy,
                latest.map(Packet::id).orElse(""),
                latest.map(Packet::number).orElse(0L),
                "",
                "");
    }

    private static Optional<Packet> latest(List<Packet> packets, String policy) {
        return packets.stream().filter(packet -> packet.policy().equals(policy)).findFirst();
    }

    private static String nothing(@Nullable Determinations all, @Nullable String picked) {
        if (all == null) {
            return "No determination is at hand, so that there is nothing to issue a packet of just now.";
        }
        return picked == null
                ? "Without a policy there is no determination, and nothing to issue a packet of."
                : "There is no result under %s, and therefore nothing to issue a packet of.".formatted(picked);
    }

    private static String news(Packet latest, CoverageDetermination now) {
        return latest.allFactsDigest().equals(now.factDigest())
                ? "No new fact since packet %d.".formatted(latest.number())
                : "Facts have come or changed since packet %d.".formatted(latest.number());
    }
}
