package io.dorsal.packet.core;

import java.util.List;

/** The first thing by which a file is not the packet that was issued, in plain words. */
public sealed interface Difference {
    String sentence();

    /** The file cannot be read as a packet at all. */
    record NotAPacket(String why) implements Difference {
        @Override
        public String sentence() {
            return "this is no evidence packet: " + why;
        }
    }

    record Missing(String name) implements Difference {
        @Override
        public String sentence() {
            return "%s is missing; the manifest lists it".formatted(name);
        }
    }

    record Extra(String name) implements Difference {
        @Override
        public String sentence() {
            return "%s is enclosed; the manifest does not list it".formatted(name);
        }
    }

    /** Signed, but by nobody whose key is known here. */
    record UnknownKey(String key, List<String> known) implements Difference {
        @Override
        public String sentence() {
            return "the manifest is signed by key %s, which is not among the known keys (%s); if you trust its owner, get"
                            .formatted(key, known.isEmpty() ? "none" : String.join(", ", known))
                    + " the key set from them (GET /api/packets/keys) and name it: --keys FILE";
        }
    }

    record NotSigned(String why) implements Difference {
        @Override
        public String sentence() {
            return "manifest.json is not what was signed: " + why;
        }
    }

    record Altered(String name, String expected, String got) implements Difference {
        @Override
        public String sentence() {
            return "%s is not the file that was signed: its SHA-256 is %s, the manifest says %s"
                    .formatted(name, got, expected);
        }
    }

    /** Everything enclosed is as signed; pages or structure of the file are not. */
    record FileAltered(String why) implements Difference {
        @Override
        public String sentence() {
            return "the file is not as it was signed: " + why;
        }
    }

    /** An input that cannot be read, or says more than a reader of it takes in. */
    record Unreadable(String name, String why) implements Difference {
        @Override
        public String sentence() {
            return "%s cannot be computed with: %s".formatted(name, why);
        }
    }

    /** The outcome was computed with a table that this program does not have. */
    record OtherTable(String table) implements Difference {
        @Override
        public String sentence() {
            return "the opioid outcome was computed with another edition of %s than this program has; use the program of"
                            .formatted(table)
                    + " that time";
        }
    }

    /** A later edition of the cores computed the outcomes. */
    record OtherEdition(int edition, int known) implements Difference {
        @Override
        public String sentence() {
            return "the outcomes were computed by edition %s of the cores, and this program knows editions up to %s; use a newer one"
                    .formatted(edition, known);
        }
    }

    /** Computed again, something else comes out. */
    record Recomputed(String name, String path, String said, String computed) implements Difference {
        @Override
        public String sentence() {
            return "%s says %s is %s; computed again from the enclosed facts it is %s"
                    .formatted(name, path, said, computed);
        }
    }
}
