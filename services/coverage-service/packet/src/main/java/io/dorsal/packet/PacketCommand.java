package io.dorsal.packet;

import io.dorsal.packet.core.Manifest;
import io.dorsal.packet.core.Verdict.Different;
import io.dorsal.packet.core.Verdict.Verified;
import io.dorsal.packet.jose.KeyFolder;
import io.dorsal.packet.jose.KeySet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * {@code ./dorsal verify FILE} and {@code ./dorsal key rotate}. A program of its own, so that verifying starts in a
 * fraction of a second and needs nothing of a stack.
 */
public final class PacketCommand {
    private static final int VERIFIED = 0;
    private static final int NOT_VERIFIED = 1;
    private static final int WRONG_WORD = 2;
    private static final String USAGE = """
            usage: ./dorsal verify FILE [--keys JWKS] [--data DIR]
                   ./dorsal key rotate [--data DIR]

            verify  checks an evidence packet without network or a running stack: signatures, digests, and every
                    outcome and the determination, computed again from the facts in it
            --keys  the key set of whoever issued it; that of the installation in the data folder unless given
            --data  the folder that keeps the state of an installation; .dorsal beside ./dorsal unless given
            """;

    private final PrintStream out;
    private final PrintStream err;

    PacketCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        // What the PDF library thinks of a broken file is told by the verdict.
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        System.exit(new PacketCommand(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        try {
            Path data = Path.of(option("--data", words, defaultData().toString()));
            String keys = option(
                    "--keys",
                    words,
                    data.resolve("keys").resolve(KeyFolder.PUBLISHED).toString());
            if (words.size() == 2 && words.getFirst().equals("verify")) {
                return verify(Path.of(words.getLast()), Path.of(keys));
            }
            if (words.equals(List.of("key", "rotate"))) {
                return rotate(data.resolve("keys"));
            }
        } catch (NoSuchFileException e) {
            err.println("dorsal: expected the file %s, there is none".formatted(e.getFile()));
            return NOT_VERIFIED;
        } catch (IOException e) {
            err.println("dorsal: " + e.getMessage());
            return NOT_VERIFIED;
        }
        err.print(USAGE);
        return WRONG_WORD;
    }

    private static Path defaultData() {
        return Path.of(System.getProperty("dorsal.home", "."), ".dorsal");
    }

    /** Takes option and value out of {@code words}. */
    private static String option(String name, List<String> words, String otherwise) {
        int place = words.indexOf(name);
        if (place < 0 || place + 1 >= words.size()) {
            return otherwise;
        }
        words.remove(place);
        return words.remove(place);
    }

    private int verify(Path file, Path keys) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return switch (new Verifier(keySet(keys)).verify(bytes)) {
            case Verified verified -> {
                print(verified);
                yield VERIFIED;
            }
            case Different different -> {
                out.println("NOT VERIFIED: " + different.difference().sentence());
                yield NOT_VERIFIED;
            }
        };
    }

    private static KeySet keySet(Path keys) throws IOException {
        if (!Files.exists(keys)) {
            throw new IOException(("expected the issuer's key set at %s, there is none: get it from whoever issued the"
                            + " packet (GET /api/packets/keys) and name it: --keys FILE")
                    .formatted(keys));
        }
        try {
            return KeySet.parse(Files.readString(keys));
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: %s".formatted(keys, e.getMessage()), e);
        }
    }

    private void print(Verified verified) {
        Manifest manifest = verified.manifest();
        Manifest.PolicyFile policy = manifest.policies().getFirst();
        out.println("VERIFIED");
        line(
                "packet",
                "%s, number %s of trial %s, issued %s"
                        .formatted(
                                verified.particulars().packet(),
                                verified.particulars().number(),
                                manifest.trial(),
                                verified.particulars().issuedAt()));
        line(
                "says",
                "%s under %s %s, as of %s"
                        .formatted(verified.result(), policy.id(), policy.version(), manifest.asOf()));
        if (verified.particulars().amends() != null) {
            line(
                    "amends",
                    "%s: %s"
                            .formatted(
                                    verified.particulars().amends(),
                                    verified.particulars().why()));
        }
        line("signed", "by key %s; every byte of the file is as it was signed".formatted(verified.key()));
        line("again", again(verified));
        line("digests", "%s: as signed".formatted(String.join(", ", verified.asSigned())));
        line("left out", leftOut(manifest));
    }

    private static String again(Verified verified) {
        String files = String.join(", ", verified.computedAgain());
        Integer earlier = verified.earlierEdition();
        return earlier == null
                ? "%s: computed again from the enclosed facts (%s), byte for byte the same"
                        .formatted(files, String.join(", ", verified.manifest().definitions()))
                : "%s: read and written again, byte for byte the same. Outcomes are as signed, of edition %s: this release computes edition %s, in which faults of the earlier one are mended; the release that issued the packet computes it again"
                        .formatted(files, earlier, Basis.EDITION);
    }

    private static String leftOut(Manifest manifest) {
        return manifest.leftOut().entrySet().stream()
                .map(each -> each.getValue() + " " + words(each.getKey()))
                .collect(Collectors.joining(", ", "as not needed by this policy: ", ""));
    }

    /** As in "reasons of corrections". */
    private static String words(String camelCase) {
        return camelCase.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }

    private void line(String label, String text) {
        out.println("  " + label + " ".repeat(Math.max(1, 10 - label.length())) + text);
    }

    private int rotate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("expected the keys of an installation in %s, there are none".formatted(folder));
        }
        out.println("new key   " + KeyFolder.open(folder, Instant.now()).rotate(Instant.now()));
        out.println("key set   " + folder.resolve(KeyFolder.PUBLISHED));
        return VERIFIED;
    }
}
