package io.dorsal.registry.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.registry.core.Precondition;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: version 3 is {@code "3"}. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([\\x21\\x23-\\x7e]*)\"");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,17}");
    private static final int HEADER_LENGTH_MAX = 1_000;

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    static Precondition precondition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch != null && ifNoneMatch != null) {
            throw new Malformed(Reason.BAD_REQUEST, "If-None-Match", "one of If-Match and If-None-Match, not both");
        }
        if (ifNoneMatch != null) {
            if (!ifNoneMatch.strip().equals("*")) {
                throw new Malformed(Reason.BAD_REQUEST, "If-None-Match", "*");
            }
            return new Precondition.Absent();
        }
        if (ifMatch == null) {
            return new Precondition.None();
        }
        return ifMatch.strip().equals("*")
                ? new Precondition.Exists()
                : new Precondition.SeenVersions(versions(ifMatch));
    }

    private static Set<Long> versions(String header) {
        Set<Long> versions = new HashSet<>();
        String[] tags = header.length() > HEADER_LENGTH_MAX ? new String[] {""} : header.split(",", -1);
        for (String tag : tags) {
            Matcher matcher = TAG.matcher(tag.strip());
            if (!matcher.matches()) {
                throw new Malformed(Reason.BAD_REQUEST, "If-Match", "the ETag that you read, such as \"3\", or *");
            }
            // A tag of another form was never ours: it simply does not match.
            if (VERSION.matcher(matcher.group(1)).matches()) {
                versions.add(Long.valueOf(matcher.group(1)));
            }
        }
        return versions;
    }
}
