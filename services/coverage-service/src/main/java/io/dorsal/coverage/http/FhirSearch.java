package io.dorsal.coverage.http;

import io.dorsal.coverage.http.FhirSource.Wanted;
import io.dorsal.fhir.Systems;
import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a FHIR search. One that is not known here is refused and not passed over: who narrows a search must
 * not get more than asked for.
 */
final class FhirSearch {
    private static final int COUNT_DEFAULT = 100;
    private static final int COUNT_MAX = 500;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DATED = Pattern.compile("(eq|ge|gt|le|lt)?([0-9T:.Z+-]{10,40})");
    private static final Pattern TRIAL = Pattern.compile(Pattern.quote(Systems.TRIAL) + "\\|(.+)");
    private static final Set<String> ONCE = Set.of(
            "_id",
            "patient",
            "subject",
            "patient.identifier",
            "subject.identifier",
            "code",
            "type",
            "identifier",
            "_count",
            "_after");

    private final MultivaluedMap<String, String> parameters;
    private @Nullable Instant from;
    private @Nullable Instant before;

    private FhirSearch(MultivaluedMap<String, String> parameters) {
        this.parameters = parameters;
    }

    static Wanted of(String type, MultivaluedMap<String, String> parameters) {
        return new FhirSearch(parameters).wanted(type);
    }

    private Wanted wanted(String type) {
        parameters.forEach((name, values) -> {
            if (name.equals("date")) {
                values.forEach(this::narrow);
            } else if (!ONCE.contains(name)) {
                throw refused("query", "only parameters of GET /fhir/metadata");
            } else if (values.size() > 1 || values.getFirst().contains(",")) {
                throw refused(name, "one value");
            }
        });
        return new Wanted(
                type,
                value("_id"),
                patient(),
                trial(),
                value("code") == null ? value("type") : value("code"),
                value("identifier"),
                from,
                before,
                value("_after") == null ? "" : String.valueOf(value("_after")),
                count());
    }

    private @Nullable String value(String name) {
        String value = parameters.getFirst(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private @Nullable String patient() {
        String reference = value("patient") == null ? value("subject") : value("patient");
        return reference == null ? null : reference.replaceFirst("^(?:.*/)?Patient/|^urn:uuid:", "");
    }

    private @Nullable String trial() {
        String name = value("patient.identifier") == null ? "subject.identifier" : "patient.identifier";
        String identifier = value(name);
        if (identifier == null) {
            return null;
        }
        Matcher trial = TRIAL.matcher(identifier);
        if (!trial.matches()) {
            throw refused(name, Systems.TRIAL + "| and the trial's id");
        }
        return trial.group(1);
    }

    private int count() {
        String count = value("_count");
        if (count == null) {
            return COUNT_DEFAULT;
        }
        int number = WHOLE.matcher(count).matches() ? Integer.parseInt(count) : 0;
        if (number < 1 || number > COUNT_MAX) {
            throw refused("_count", "a whole number from 1 to " + COUNT_MAX);
        }
        return number;
    }

    /** A date is a day of UTC; without a prefix it is searched for itself. */
    private void narrow(String date) {
        Matcher matcher = DATED.matcher(date);
        if (!matcher.matches()) {
            throw refused("date", "a date or time, with eq, ge, gt, le, lt or no prefix");
        }
        String prefix = matcher.group(1) == null ? "eq" : matcher.group(1);
        Instant start = start(matcher.group(2));
        Instant end = matcher.group(2).length() == 10 ? start.plusSeconds(86_400) : start.plusMillis(1);
        if (prefix.equals("eq") || prefix.equals("ge")) {
            from = later(from, start);
        } else if (prefix.equals("gt")) {
            from = later(from, end);
        }
        if (prefix.equals("eq") || prefix.equals("le")) {
            before = earlier(before, end);
        } else if (prefix.equals("lt")) {
            before = earlier(before, start);
        }
    }

    private static Instant start(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw refused("date", "a date such as 2026-03-02, or a time with its offset");
        }
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** Where the next page begins. */
    static String after(List<FhirSource.Found> page) {
        return page.getLast().id();
    }

    private static Malformed refused(String parameter, String expected) {
        return new Malformed(Reason.BAD_REQUEST, parameter, expected);
    }
}
