package io.dorsal.standalone.supervisor;

import io.dorsal.standalone.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a data folder held when it was last whole, written down in it: Kafka's cluster and topics, PostgreSQL's system and
 * databases, and what else comes back from nowhere. A folder that has lost one of them is not started on: every part would
 * make what it lacks anew and look ready, beside the other half of facts that are gone.
 */
public final class Holdings {
    static final String FILE = "held.properties";
    private static final String CLUSTER = "kafka.cluster";
    private static final String TOPIC = "kafka.topic.";
    private static final String SYSTEM = "postgres.system";
    private static final String DATABASE = "postgres.database.";
    private static final String KEPT = "file.";

    /** The password of PostgreSQL, the authority of devices' certificates, the keys that packets are checked by. */
    private static final List<String> KEPT_FILES =
            List.of("secrets/postgres", "tls/ca.pem", "tls/ca.key", "keys/jwks.json");

    private final StackFolder folder;

    public Holdings(StackFolder folder) {
        this.folder = folder;
    }

    /** Refuses a folder that has lost anything it held. */
    void requireAll() throws IOException {
        requireKafka();
        requirePostgres();
        for (String name : named(KEPT)) {
            if (!Files.exists(folder.root().resolve(name))) {
                throw folder.notWhole("it held " + name + ", which is gone");
            }
        }
    }

    /** Refuses to start Kafka on a folder that has lost topics. */
    public void requireKafka() throws IOException {
        Properties held = load();
        KafkaContent found = KafkaContent.read(folder.kafka());
        require("Kafka's cluster", held.getProperty(CLUSTER), found.cluster());
        List<String> missing = found.missing(topics(held));
        if (!missing.isEmpty()) {
            throw folder.notWhole("it held topics that Kafka has no more: " + String.join(", ", missing));
        }
        MetadataLog.requireWhole(folder.kafka(), folder);
    }

    /** Refuses to start PostgreSQL on a folder that is another, or that would be made anew. */
    public void requirePostgres() throws IOException {
        require("PostgreSQL's system", load().getProperty(SYSTEM), system());
    }

    /** Refuses when one of these databases was held and PostgreSQL has it no more. */
    public void requireDatabases(List<String> wanted, List<String> existing) throws IOException {
        TreeSet<String> missing = new TreeSet<>(named(DATABASE));
        missing.retainAll(wanted);
        existing.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw folder.notWhole("it held databases that PostgreSQL has no more: " + String.join(", ", missing));
        }
    }

    /** Whether each of the named topics is there, so that it can be written down. */
    public boolean hasTopics(Map<String, Integer> partitionsOfTopics) throws IOException {
        KafkaContent found = KafkaContent.read(folder.kafka());
        return partitionsOfTopics.entrySet().stream().allMatch(wanted -> {
            KafkaContent.Topic topic = found.topics().get(wanted.getKey());
            return topic != null && topic.partitions() >= wanted.getValue();
        });
    }

    /** Writes down what Kafka holds now. */
    public void rememberKafka() throws IOException {
        KafkaContent found = KafkaContent.read(folder.kafka());
        Map<String, String> news = new HashMap<>();
        news.put(CLUSTER, found.cluster());
        found.topics().forEach((name, topic) -> news.put(TOPIC + name, topic.toString()));
        remember(news);
    }

    /** Writes down which PostgreSQL this is, and what databases it has. */
    public void rememberPostgres(List<String> databases) throws IOException {
        Map<String, String> news = new HashMap<>();
        news.put(SYSTEM, system());
        databases.forEach(name -> news.put(DATABASE + name, "held"));
        remember(news);
    }

    /** Writes down which files there are that nothing could make again. */
    public void rememberFiles() throws IOException {
        Map<String, String> news = new HashMap<>();
        KEPT_FILES.stream()
                .filter(name -> Files.exists(folder.root().resolve(name)))
                .forEach(name -> news.put(KEPT + name, "held"));
        remember(news);
    }

    private void require(String what, @Nullable String held, String found) {
        if (held != null && !held.equals(found)) {
            throw folder.notWhole("it held " + what + " " + held + ", and now "
                    + (found.isEmpty() ? "there is none" : "holds " + found));
        }
    }

    private static Map<String, KafkaContent.Topic> topics(Properties held) {
        Map<String, KafkaContent.Topic> topics = new HashMap<>();
        for (String name : held.stringPropertyNames()) {
            if (name.startsWith(TOPIC)) {
                topics.put(name.substring(TOPIC.length()), KafkaContent.Topic.parse(held.getProperty(name)));
            }
        }
        return topics;
    }

    private List<String> named(String prefix) throws IOException {
        return load().stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .sorted()
                .toList();
    }

    /** The number that initdb gives to each PostgreSQL, the first thing in its control file; empty where there is none. */
    private String system() throws IOException {
        Path control = folder.postgres().resolve("global/pg_control");
        if (!Files.exists(control)) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(control);
        return bytes.length < Long.BYTES
                ? ""
                : Long.toUnsignedString(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong());
    }

    private Path file() {
        return folder.root().resolve(FILE);
    }

    private Properties load() throws IOException {
        Properties held = new Properties();
        if (!Files.exists(file())) {
            // New, or of an older version: what it holds is written down at this start.
            return held;
        }
        try (Reader reader = Files.newBufferedReader(file())) {
            held.load(reader);
            topics(held);
            return held;
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw new Refusal(
                    "expected in " + file() + " what the folder held, got what cannot be read: " + e.getMessage()
                            + "; put back a copy of the whole folder, or delete the file if all else is whole");
        }
    }

    /** Parts start side by side, each with its own news. */
    private void remember(Map<String, String> news) throws IOException {
        synchronized (Holdings.class) {
            Properties held = load();
            held.putAll(news);
            StringWriter text = new StringWriter();
            held.store(text, "What this folder held when it was last whole.");
            Path unfinished = folder.root().resolve(FILE + ".new");
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                // On the disk before it takes the name: a power cut leaves the old one or the new one.
                channel.force(true);
            }
            Files.move(unfinished, file(), StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
