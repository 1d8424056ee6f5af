package io.dorsal.coverage.core;

import io.dorsal.model.Word;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Free words of the registry against closed lists: a word outside its list is no match, never an error. */
final class Words {
    private Words() {}

    static <E extends Enum<E> & Word> Optional<E> find(Class<E> list, @Nullable String word) {
        return Arrays.stream(list.getEnumConstants())
                .filter(constant -> constant.word().equals(word))
                .findFirst();
    }

    /** As in {@code A, B or C}. */
    static String anyOf(Collection<? extends Word> words) {
        String all = words.stream().map(Word::word).collect(Collectors.joining(", "));
        int last = all.lastIndexOf(", ");
        return last < 0 ? all : all.substring(0, last) + " or " + all.substring(last + 2);
    }
}
