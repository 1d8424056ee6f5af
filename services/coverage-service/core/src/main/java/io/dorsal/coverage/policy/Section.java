package io.dorsal.coverage.policy;

import io.dorsal.model.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One YAML mapping read strictly. Each accessor tells {@link Mistakes} what was expected and goes on with a stand-in, so
 * that one reading finds all mistakes. Scalars are taken as written: no quotes are needed around codes and dates.
 */
final class Section {
    private static final LocalDate NO_DATE = LocalDate.EPOCH;

    private final Node at;
    private final Mistakes mistakes;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Section(Node at, Mistakes mistakes) {
        this.at = at;
        this.mistakes = mistakes;
    }

    /** @param keys every key that may stand here */
    static Section of(Node node, Set<String> keys, Mistakes mistakes) {
        Section section = new Section(node, mistakes);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> section.take(tuple, keys));
        } else {
            mistakes.add(node, "expected keys and values (%s)".formatted(listed(keys)));
        }
        return section;
    }

    private void take(NodeTuple tuple, Set<String> keys) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!keys.contains(key)) {
            mistakes.add(tuple.getKeyNode(), "unknown key '%s'; expected one of %s".formatted(key, listed(keys)));
        } else if (values.put(key, tuple.getValueNode()) != null) {
            mistakes.add(tuple.getKeyNode(), "key '%s' stands here twice; expected it once".formatted(key));
        }
    }

    private static String listed(Set<String> keys) {
        return String.join(", ", new TreeSet<>(keys));
    }

    Node at() {
        return at;
    }

    Mistakes mistakes() {
        return mistakes;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    @Nullable
    Node node(String key) {
        return values.get(key);
    }

    /** Where to complain about a key: at its value, or at the whole section when it is not there. */
    Node where(String key) {
        return values.getOrDefault(key, at);
    }

    String text(String key) {
        Node node = required(key, "text");
        return node == null ? "" : scalar(node, "text for '%s'".formatted(key));
    }

    /** A scalar as written; empty with a mistake when it is none. */
    private String scalar(Node node, String expected) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank() && !Tag.NULL.equals(scalar.getTag())) {
            return scalar.getValue().strip();
        }
        mistakes.add(node, "expected " + expected);
        return "";
    }

    LocalDate date(String key) {
        Node node = required(key, "a date such as 2026-03-02");
        if (node == null) {
            return NO_DATE;
        }
        String text = scalar(node, "a date such as 2026-03-02 for '%s'".formatted(key));
        try {
            return text.isEmpty() ? NO_DATE : LocalDate.parse(text);
        } catch (DateTimeException e) {
            mistakes.add(node, "'%s' must be a date such as 2026-03-02, got '%s'".formatted(key, text));
            return NO_DATE;
        }
    }

    /** One of a closed list of words; the first of them stands in after a mistake. */
    <E extends Enum<E> & Word> E oneOf(String key, Class<E> type) {
        Node node = required(key, "one of " + words(type));
        return node == null ? type.getEnumConstants()[0] : word(node, type, key);
    }

    private <E extends Enum<E> & Word> E word(Node node, Class<E> type, String key) {
        String text = scalar(node, "one of %s for '%s'".formatted(words(type), key));
        for (E constant : type.getEnumConstants()) {
            if (constant.word().equals(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            mistakes.add(node, "unknown %s '%s'; expected one of %s".formatted(key, text, words(type)));
        }
        return type.getEnumConstants()[0];
    }

    private static <E extends Enum<E> & Word> String words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Word::word).collect(Collectors.joining(", "));
    }

    /** Words of a closed list; an absent key is an empty list. */
    <E extends Enum<E> & Word> List<E> anyOf(String key, Class<E> type) {
        return has(key) ? list(key, node -> word(node, type, key)) : List.of();
    }

    List<String> texts(String key) {
        return list(key, node -> scalar(node, "text in '%s'".formatted(key)));
    }

    /** What {@code read} makes of each element; at least one is expected. */
    <T> List<T> list(String key, Function<Node, T> read) {
        Node node = required(key, "a list");
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            if (node != null) {
                mistakes.add(node, "expected a list with at least one element for '%s'".formatted(key));
            }
            return List.of();
        }
        return sequence.getValue().stream().map(read).toList();
    }

    private @Nullable Node required(String key, String expected) {
        Node node = values.get(key);
        if (node == null) {
            mistakes.add(at, "'%s' is missing; expected %s".formatted(key, expected));
        }
        return node;
    }
}
