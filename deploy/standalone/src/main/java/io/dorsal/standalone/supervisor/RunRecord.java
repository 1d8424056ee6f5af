package io.dorsal.standalone.supervisor;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What is written down about one running part, so that another command, or the next start, can find it.
 *
 * @param order parts stop in the reverse of it
 * @param stopSignal a name of {@link Part.StopSignal}
 * @param address where it answers whether it is ready, or empty
 */
public record RunRecord(String name, int order, ProcessIdentity process, String stopSignal, String address) {
    private static final String SUFFIX = ".run";

    public void save(StackFolder folder) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("order", String.valueOf(order));
        properties.setProperty("pid", String.valueOf(process.pid()));
        properties.setProperty("started", process.started().toString());
        properties.setProperty("stop", stopSignal);
        properties.setProperty("address", address);
        FolderIdentity.of(folder.root()).write(properties);
        Path unfinished = folder.run().resolve(name + ".new");
        try (Writer writer = Files.newBufferedWriter(unfinished)) {
            properties.store(writer, null);
        }
        Files.move(unfinished, file(folder, name), StandardCopyOption.ATOMIC_MOVE);
    }

    public static void delete(StackFolder folder, String name) throws IOException {
        Files.deleteIfExists(file(folder, name));
    }

    public static Optional<RunRecord> load(StackFolder folder, String name) throws IOException {
        return read(file(folder, name), FolderIdentity.of(folder.root()));
    }

    /** All of them, in the order of the start. */
    public static List<RunRecord> loadAll(StackFolder folder) throws IOException {
        FolderIdentity here = FolderIdentity.of(folder.root());
        try (Stream<Path> files = Files.list(folder.run())) {
            List<RunRecord> records = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                read(file, here).ifPresent(records::add);
            }
            records.sort(Comparator.comparingInt(RunRecord::order));
            return List.copyOf(records);
        }
    }

    /** Takes away what names nothing of this folder: garbled, or come along when another folder was copied. */
    static void deleteStrange(StackFolder folder) throws IOException {
        FolderIdentity here = FolderIdentity.of(folder.root());
        try (Stream<Path> files = Files.list(folder.run())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                if (read(file, here).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /**
     * Empty too when the record is garbled, as a power cut leaves it: it names no process, and none outlived that. And
     * when it was written in another folder, of which this one is a copy.
     */
    private static Optional<RunRecord> read(Path file, FolderIdentity here) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
            return here.isIn(properties) ? Optional.of(of(file.toFile().getName(), properties)) : Optional.empty();
        } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static RunRecord of(String fileName, Properties properties) {
        return new RunRecord(
                fileName.substring(0, fileName.length() - SUFFIX.length()),
                Integer.parseInt(required(properties, "order")),
                new ProcessIdentity(
                        Long.parseLong(required(properties, "pid")), Instant.parse(required(properties, "started"))),
                Part.StopSignal.valueOf(required(properties, "stop")).name(),
                required(properties, "address"));
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new IllegalArgumentException("expected " + name + ", got nothing");
        }
        return value;
    }

    private static Path file(StackFolder folder, String name) {
        return folder.run().resolve(name + SUFFIX);
    }
}
