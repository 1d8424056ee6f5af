package io.dorsal.model.web;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A name and perhaps a port, as {@code Host} has them; nothing else is one, so that no two readers differ about it. */
record Authority(String name, @Nullable Integer port) {
    private static final Pattern FORM = Pattern.compile(
            "(?<name>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)(?::(?<port>[0-9]{1,5}))?");
    private static final Pattern ADDRESS =
            Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/?#]*).*");

    /** Null for what is none. */
    static @Nullable Authority of(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return null;
        }
        String port = form.group("port");
        return new Authority(form.group("name").toLowerCase(Locale.ROOT), port == null ? null : Integer.valueOf(port));
    }

    /** That of a whole address with the port that its scheme stands for; null for what is no address of the web. */
    static @Nullable Authority ofAddress(String address) {
        Matcher form = ADDRESS.matcher(address);
        if (!form.matches()) {
            return null;
        }
        Authority found = of(form.group("authority"));
        Integer usual = usualPort(form.group("scheme"));
        return found == null || usual == null ? null : found.port == null ? new Authority(found.name, usual) : found;
    }

    /** Whether a page of that address is one of this host; without a port, the usual one of either scheme. */
    boolean isThatOf(Authority page) {
        boolean samePort = port == null ? page.port != null && isUsual(page.port) : port.equals(page.port);
        return name.equals(page.name) && samePort;
    }

    private static boolean isUsual(int port) {
        return port == 80 || port == 443;
    }

    private static @Nullable Integer usualPort(String scheme) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> 80;
            case "https" -> 443;
            default -> null;
        };
    }
}
