package io.dorsal.registry.http;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import io.dorsal.model.Word;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Query parameters that take one word of a closed set. */
final class Words {
    private Words() {}

    static <E extends Enum<E> & Word> E oneOf(String parameter, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.word().equals(value))
                .findFirst()
                .orElseThrow(() -> new Malformed(Reason.UNKNOWN_VALUE, parameter, "one of " + words(type)));
    }

    private static <E extends Enum<E> & Word> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
    }
}
