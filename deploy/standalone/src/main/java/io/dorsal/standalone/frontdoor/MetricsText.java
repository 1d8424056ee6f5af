package io.dorsal.standalone.frontdoor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of several services as one Prometheus text.
 *
 * <p>The format allows one {@code HELP}, one {@code TYPE} and one unbroken group of samples per metric, and services
 * share metrics (those of the JVM), so the groups are collected by name and each sample gets the label {@code service}.
 */
final class MetricsText {
    private static final String UP = "dorsal_up";

    /** One metric: its comment lines, which the first service to name it decides, and everybody's samples. */
    private record Family(List<String> comments, List<String> samples) {}

    private final Map<String, Family> families = new LinkedHashMap<>();

    private MetricsText() {}

    static String merge(Map<Backend, Fleet.Answer> answers) {
        MetricsText text = new MetricsText();
        Family up = text.family(UP);
        up.comments().add("# HELP " + UP + " Whether the service answered when it was asked for its metrics.");
        up.comments().add("# TYPE " + UP + " gauge");
        answers.forEach((backend, answer) -> {
            up.samples().add(UP + "{service=\"" + backend.label + "\"} " + (answer.isOk() ? 1 : 0));
            if (answer.isOk()) {
                text.add(backend.label, answer.body());
            }
        });
        return text.toText();
    }

    private void add(String service, String metrics) {
        String current = "";
        Map<String, List<String>> comments = new LinkedHashMap<>();
        for (String line : metrics.lines().toList()) {
            if (line.startsWith("# HELP ") || line.startsWith("# TYPE ")) {
                current = line.split(" ", 4)[2];
                comments.computeIfAbsent(current, name -> new ArrayList<>()).add(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String name = current.isEmpty() || !line.startsWith(current) ? nameOf(line) : current;
                family(name).samples().add(labelled(line, service));
            }
        }
        comments.forEach((name, lines) -> {
            Family family = family(name);
            if (family.comments().isEmpty()) {
                family.comments().addAll(lines);
            }
        });
    }

    private Family family(String name) {
        return families.computeIfAbsent(name, key -> new Family(new ArrayList<>(), new ArrayList<>()));
    }

    private static String nameOf(String sample) {
        return sample.split("[{ ]", 2)[0];
    }

    private static String labelled(String sample, String service) {
        String label = "service=\"" + service + "\"";
        int brace = sample.indexOf('{');
        int space = sample.indexOf(' ');
        if (brace < 0 || space < brace) {
            return sample.substring(0, space) + "{" + label + "}" + sample.substring(space);
        }
        String rest = sample.substring(brace + 1);
        return sample.substring(0, brace + 1) + label + (rest.startsWith("}") ? "" : ",") + rest;
    }

    private String toText() {
        StringBuilder text = new StringBuilder();
        families.values().forEach(family -> {
            if (!family.samples().isEmpty()) {
                family.comments().forEach(line -> text.append(line).append('\n'));
                family.samples().forEach(line -> text.append(line).append('\n'));
            }
        });
        return text.toString();
    }
}
