package io.dorsal.ingest;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.device.Registration;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.RegistrationCodec;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a test writes to and reads from Kafka beside the gateway. */
public record KafkaTopics(String bootstrapServers) {
    public static final String SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    public void register(String device) {
        register(device, SECRET);
    }

    public void register(String device, String secret) {
        Registration registration = Registration.of(new DeviceId(device), 1, "a1b2c3", secret);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.DEVICES.name(),
                            device.getBytes(StandardCharsets.UTF_8),
                            RegistrationCodec.stored(registration)))
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** All records of one device in a topic so far, in the order of the log. */
    public List<ConsumerRecord<byte[], byte[]>> read(Topic topic, String device) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> read : consumer.poll(Duration.ofMillis(200))) {
                    if (device.equals(new String(read.key(), StandardCharsets.UTF_8))) {
                        found.add(read);
                    }
                }
            }
        }
        return found;
    }

    public List<DeviceEvent> events(String device) {
        return read(Topics.DEVICE_EVENTS, device).stream()
                .map(read -> DeviceEventCodec.parseStored(read.value()))
                .toList();
    }

    public List<Long> sequences(String device) {
        return events(device).stream().map(DeviceEvent::seq).toList();
    }

    public static String header(ConsumerRecord<byte[], byte[]> read, String name) {
        return new String(read.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
