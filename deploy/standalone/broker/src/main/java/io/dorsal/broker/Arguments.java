package io.dorsal.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the command line says, checked. */
record Arguments(int port, int controllerPort, Path data, Path topics, boolean stopWithParent) {
    private static final String EXPECTED =
            "expected --port N --controller-port N --data DIR --topics FILE [--stop-with-parent]";

    static Arguments parse(String[] args) {
        Map<String, String> given = new HashMap<>();
        boolean stopWithParent = false;
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--stop-with-parent")) {
                stopWithParent = true;
            } else if (i + 1 < args.length) {
                given.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException(EXPECTED + ", got a lone " + args[i]);
            }
        }
        return new Arguments(
                Integer.parseInt(required(given, "--port")),
                Integer.parseInt(required(given, "--controller-port")),
                Path.of(required(given, "--data")),
                Path.of(required(given, "--topics")),
                stopWithParent);
    }

    private static String required(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(EXPECTED + ", got no " + name);
        }
        return value;
    }
}
