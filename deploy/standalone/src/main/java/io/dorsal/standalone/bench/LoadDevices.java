package io.dorsal.standalone.bench;

import io.dorsal.model.DeviceId;
import io.dorsal.model.Topics;
import io.dorsal.model.device.Registration;
import io.dorsal.model.wire.RegistrationCodec;
import io.dorsal.standalone.simulate.http.Registry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes devices known that carry load. */
final class LoadDevices {
    private LoadDevices() {}

    static List<LoadDevice> throughRegistry(Registry registry, List<DeviceId> devices) {
        return devices.stream()
                .map(device -> new LoadDevice(device, registry.register(device)))
                .toList();
    }

    /** Writes the registrations straight to their topic: a gateway without a registry beside it is measured alone. */
    static List<LoadDevice> throughTopic(String bootstrapServers, List<DeviceId> ids) {
        List<LoadDevice> devices = new ArrayList<>();
        Map<String, Object> settings = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (DeviceId device : ids) {
                LoadDevice one = new LoadDevice(device, "bench-secret-of-" + device);
                Registration registration =
                        Registration.of(device, 1, "00112233445566778899aabbccddeeff", one.secret());
                var unused = producer.send(new ProducerRecord<>(
                        Topics.DEVICES.name(),
                        device.value().getBytes(StandardCharsets.UTF_8),
                        RegistrationCodec.stored(registration)));
                devices.add(one);
            }
        }
        return devices;
    }

    static List<DeviceId> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new DeviceId("%s-%03d".formatted(prefix, number)))
                .toList();
    }
}
