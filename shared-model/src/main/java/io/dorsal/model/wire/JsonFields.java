package io.dorsal.model.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dorsal.model.Malformed;
import io.dorsal.model.Rational;
import io.dorsal.model.Reason;
import io.dorsal.model.Rfc3339;
import io.dorsal.model.Word;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object read strictly. Each accessor names the field and throws {@link Malformed} saying what was expected;
 * {@code null} and an absent field mean the same. Fields that nobody asks for are left alone.
 */
public final class JsonFields {
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final long INTEGER_MAX = (1L << 53) - 1;
    private static final Pattern FRACTION = Pattern.compile("-?[0-9]{1,40}/0*[1-9][0-9]{0,39}");
    private static final String FRACTION_EXPECTED = "a fraction such as 1/2";

    private static final String INSTANT_EXPECTED =
            "an RFC 3339 time with offset from 1970 to 2199, nothing behind it, no leap second";

    private final ObjectNode node;
    private final Function<String, Instant> times;

    private JsonFields(ObjectNode node, Function<String, Instant> times) {
        this.node = node;
        this.times = times;
    }

    public static JsonFields of(JsonNode node) {
        return of(node, Rfc3339::parse);
    }

    /** Of a record that holds what a sender wrote, letter for letter, and that an earlier version let in. */
    static JsonFields ofStored(JsonNode node) {
        return of(node, Rfc3339::parseStored);
    }

    private static JsonFields of(JsonNode node, Function<String, Instant> times) {
        if (node instanceof ObjectNode object) {
            return new JsonFields(object, times);
        }
        throw new Malformed(Reason.NOT_AN_OBJECT, "", "a JSON object");
    }

    /** True also for a field that is null. */
    public boolean names(String field) {
        return node.has(field);
    }

    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** The value, or null where {@code field} is absent. */
    public <T> @Nullable T optional(String field, Function<String, T> accessor) {
        return has(field) ? accessor.apply(field) : null;
    }

    public String text(String field, int lengthMax) {
        return text(field, lengthMax, JsonFields::isUnkeepable);
    }

    /** Text of several lines, such as a file. */
    public String lines(String field, int lengthMax) {
        return text(field, lengthMax, codePoint -> codePoint != '\n' && isUnkeepable(codePoint));
    }

    private String text(String field, int lengthMax, IntPredicate refused) {
        String text = textFor(field, "text");
        if (text.isBlank() || isLonger(text, lengthMax) || text.codePoints().anyMatch(refused)) {
            throw new Malformed(
                    Reason.OUT_OF_BOUNDS, field, "1 to %d characters, no control characters".formatted(lengthMax));
        }
        return text;
    }

    /** Characters are what people and JSON Schema count, not Java's halves of them. */
    private static boolean isLonger(String text, int lengthMax) {
        return text.length() > lengthMax && text.codePointCount(0, text.length()) > lengthMax;
    }

    // Half of a surrogate pair (JSON can spell one) is no character: neither UTF-8 nor a database can hold it.
    private static boolean isUnkeepable(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** A short name that some senders write as a number, such as a stimulation program. */
    public String label(String field) {
        JsonNode value = required(field, "text or a whole number");
        return value.isTextual() ? text(field, NumberField.LABEL_LENGTH_MAX) : new NumberField(field, value).label();
    }

    public <T> T id(String field, Function<String, T> type) {
        JsonNode value = required(field, "an id");
        if (!value.isTextual()) {
            throw wrongType(field, "text");
        }
        try {
            return type.apply(value.textValue());
        } catch (Malformed e) {
            throw new Malformed(e.reason(), field, e.expected());
        }
    }

    public boolean flag(String field) {
        JsonNode value = required(field, "true or false");
        if (!value.isBoolean()) {
            throw wrongType(field, "true or false");
        }
        return value.booleanValue();
    }

    /** A whole number, {@code 7.0} and {@code 70e-1} included, as in JSON Schema. */
    public long whole(String field, long min, long max) {
        return number(field, "a whole number").whole(min, max);
    }

    /** A counter: from 0 to 2⁵³ − 1, the greatest whole number that every JSON reader keeps exact. */
    public long counter(String field) {
        return whole(field, 0, INTEGER_MAX);
    }

    /** Exact, with all its digits. */
    public BigDecimal decimal(String field, long min, long max) {
        return number(field, "a number").decimal(min, max);
    }

    /** A figure that Dorsal computed: of any size, since a change from next to nothing has no bound. */
    public BigDecimal figure(String field) {
        return number(field, "a number").decimal();
    }

    private NumberField number(String field, String expected) {
        return new NumberField(field, required(field, expected));
    }

    /** An RFC 3339 time with offset, kept to the microsecond, which is what the database keeps. */
    public Instant instant(String field) {
        String text = textFor(field, INSTANT_EXPECTED);
        try {
            Instant instant = times.apply(text).truncatedTo(ChronoUnit.MICROS);
            if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
                throw new Malformed(Reason.OUT_OF_BOUNDS, field, INSTANT_EXPECTED);
            }
            return instant;
        } catch (DateTimeException e) {
            throw wrongType(field, INSTANT_EXPECTED);
        }
    }

    /** A span of time in the form of ISO 8601, such as {@code PT30M}. */
    public Duration duration(String field) {
        String expected = "an ISO 8601 duration such as PT30M";
        try {
            return Duration.parse(textFor(field, expected));
        } catch (DateTimeException e) {
            throw wrongType(field, expected);
        }
    }

    /** An exact fraction, written {@code numerator/denominator}. */
    public Rational fraction(String field) {
        String text = textFor(field, FRACTION_EXPECTED);
        if (!FRACTION.matcher(text).matches()) {
            throw wrongType(field, FRACTION_EXPECTED);
        }
        return Rational.parse(text);
    }

    public LocalDate date(String field) {
        String expected = "a date such as 2026-03-02";
        try {
            LocalDate date = LocalDate.parse(textFor(field, expected));
            if (date.getYear() < 1900 || date.getYear() > 2199) {
                throw new Malformed(Reason.OUT_OF_BOUNDS, field, "a date from 1900 to 2199");
            }
            return date;
        } catch (DateTimeException e) {
            throw wrongType(field, expected);
        }
    }

    public ZoneId zone(String field) {
        String expected = "an IANA time zone such as America/New_York";
        String text = textFor(field, expected);
        // Only names of the tz database: an offset such as +02:00 knows no summer time.
        if (!ZoneId.getAvailableZoneIds().contains(text)) {
            throw new Malformed(Reason.UNKNOWN_VALUE, field, expected);
        }
        return ZoneId.of(text);
    }

    public <E extends Enum<E> & Word> E oneOf(String field, Class<E> type) {
        JsonNode value = node.get(field);
        for (E constant : type.getEnumConstants()) {
            if (value != null && constant.word().equals(value.textValue())) {
                return constant;
            }
        }
        // The list of words is made only for a refusal: this stands on the gateway's hot path.
        String expected = "one of "
                + Arrays.stream(type.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
        textFor(field, expected);
        throw new Malformed(Reason.UNKNOWN_VALUE, field, expected);
    }

    public JsonFields object(String field) {
        JsonNode value = required(field, "an object");
        if (!value.isObject()) {
            throw wrongType(field, "an object");
        }
        return of(value, times);
    }

    /** What {@code parse} makes of the object in {@code field}; complaints name the whole path. */
    public <T> T object(String field, Function<JsonFields, T> parse) {
        JsonFields inner = object(field);
        try {
            return parse.apply(inner);
        } catch (Malformed e) {
            throw e.within(field);
        }
    }

    /** What {@code parse} makes of each element; an absent field is an empty list. */
    public <T> List<T> list(String field, int sizeMax, Function<JsonFields, T> parse) {
        return nodes(field, sizeMax, element -> parse.apply(of(element, times)));
    }

    /** The same from trees, for a codec that takes one. */
    public <T> List<T> nodes(String field, int sizeMax, Function<JsonNode, T> parse) {
        if (!has(field)) {
            return List.of();
        }
        JsonNode value = node.get(field);
        if (!value.isArray()) {
            throw wrongType(field, "an array");
        }
        if (value.size() > sizeMax) {
            throw new Malformed(Reason.TOO_MANY_ITEMS, field, "at most %d elements".formatted(sizeMax));
        }
        List<T> parsed = new ArrayList<>(value.size());
        for (int i = 0; i < value.size(); i++) {
            try {
                parsed.add(parse.apply(value.get(i)));
            } catch (Malformed e) {
                throw e.within("%s[%d]".formatted(field, i));
            }
        }
        return List.copyOf(parsed);
    }

    /** Each element's text; an absent field is an empty list. */
    public List<String> texts(String field, int sizeMax, int lengthMax) {
        if (!has(field)) {
            return List.of();
        }
        JsonNode value = node.get(field);
        if (!value.isArray()) {
            throw wrongType(field, "an array of texts");
        }
        if (value.size() > sizeMax) {
            throw new Malformed(Reason.TOO_MANY_ITEMS, field, "at most %d elements".formatted(sizeMax));
        }
        List<String> texts = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (!element.isTextual() || isLonger(element.textValue(), lengthMax)) {
                throw wrongType(field, "texts of at most %d characters".formatted(lengthMax));
            }
            texts.add(element.textValue());
        }
        return List.copyOf(texts);
    }

    private String textFor(String field, String expected) {
        JsonNode value = required(field, expected);
        if (!value.isTextual()) {
            throw wrongType(field, expected);
        }
        return value.textValue();
    }

    private JsonNode required(String field, String expected) {
        JsonNode value = node.get(field);
        if (value == null || value.isNull()) {
            throw new Malformed(Reason.MISSING_FIELD, field, expected);
        }
        return value;
    }

    private static Malformed wrongType(String field, String expected) {
        return new Malformed(Reason.WRONG_TYPE, field, expected);
    }
}
