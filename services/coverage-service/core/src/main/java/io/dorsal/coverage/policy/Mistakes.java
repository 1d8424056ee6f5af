package io.dorsal.coverage.policy;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The mistakes of one file, collected while it is read on with stand-ins, which leave this package only if there are none. */
final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(Node at, String expected) {
        add(at.getStartMark(), expected);
    }

    void add(Mark at, String expected) {
        found.add(new Mistake(file, at.getLine() + 1, at.getColumn() + 1, expected));
    }

    void addToWholeFile(String expected) {
        found.add(new Mistake(file, 1, 1, expected));
    }

    List<Mistake> found() {
        return List.copyOf(found);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }
}
