package io.dorsal.coverage.policy;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** YAML text to its tree of nodes: no anchors, no tags that make objects, bounded in size and depth. */
final class YamlText {
    private static final int CHARACTERS_MAX = 200_000;
    private static final int DEPTH_MAX = 30;

    private YamlText() {}

    /** Null when the text is no YAML, or empty; the mistake says where. */
    static @Nullable Node root(PolicyFile file, Mistakes mistakes) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(CHARACTERS_MAX);
        options.setNestingDepthLimit(DEPTH_MAX);
        options.setMaxAliasesForCollections(0);
        try {
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(file.text()));
            if (root == null) {
                mistakes.addToWholeFile("the file is empty; expected a policy");
            }
            return root;
        } catch (MarkedYAMLException e) {
            var at = e.getProblemMark();
            String expected = "expected one YAML document: " + e.getProblem();
            if (at == null) {
                mistakes.addToWholeFile(expected);
            } else {
                mistakes.add(at, expected);
            }
            return null;
        } catch (YAMLException e) {
            mistakes.addToWholeFile("expected one plain YAML document without anchors: " + e.getMessage());
            return null;
        }
    }
}
