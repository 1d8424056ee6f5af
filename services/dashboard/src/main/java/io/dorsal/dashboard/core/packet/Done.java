package io.dorsal.dashboard.core.packet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was just done to a packet, as the address of the page that follows says it: {@code issued-2}. */
public record Done(What what, long number) {
    private static final Pattern FORM = Pattern.compile("(issued|same|released)-([1-9][0-9]{0,9})");

    /** What can be done. */
    public enum What {
        ISSUED,
        SAME,
        RELEASED
    }

    /** Null for anything else, which is nobody's to be told of. */
    public static @Nullable Done parse(@Nullable String text) {
        Matcher form = FORM.matcher(text == null ? "" : text);
        return form.matches()
                ? new Done(What.valueOf(form.group(1).toUpperCase(Locale.ROOT)), Long.parseLong(form.group(2)))
                : null;
    }

    public String word() {
        return what.name().toLowerCase(Locale.ROOT) + "-" + number;
    }

    /** Empty when it is not so: an address can be typed by anybody. */
    String sentence(List<Packet> packets) {
        Optional<Packet> packet =
                packets.stream().filter(each -> each.number() == number).findFirst();
        return packet.map(each -> switch (what) {
                    case ISSUED -> "Packet %d is issued. It stays as it is, byte for byte.".formatted(number);
                    case SAME ->
                        "Packet %d holds the same facts already, so that no further one was issued.".formatted(number);
                    case RELEASED ->
                        each.releasedAt() == null
                                ? ""
                                : "Packet %d is released to the payer, %s.".formatted(number, each.payer());
                })
                .orElse("");
    }
}
