package io.dorsal.ingest.kafka;

import io.dorsal.ingest.core.Outgoing;
import io.dorsal.model.Malformed;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An outgoing record in Kafka's words: key, value and CloudEvents headers in binary mode. */
final class KafkaRecord {
    private static final String REASON_HEADER = "ce_dorsalreason";
    private static final String DETAIL_HEADER = "ce_dorsaldetail";

    private KafkaRecord() {}

    static ProducerRecord<byte[], byte[]> of(Outgoing outgoing) {
        ProducerRecord<byte[], byte[]> produced = new ProducerRecord<>(
                outgoing.topic().name(), utf8(outgoing.device().value()), outgoing.value());
        outgoing.cloudEvent().headers().forEach(produced.headers()::add);
        Malformed refusal = outgoing.refusal();
        if (refusal != null) {
            produced.headers().add(REASON_HEADER, utf8(refusal.reason().word()));
            produced.headers().add(DETAIL_HEADER, utf8(detail(refusal)));
        }
        return produced;
    }

    /** The field and what was expected there, never what came: detail may be shown and logged. */
    private static String detail(Malformed refusal) {
        return refusal.field().isEmpty()
                ? "expected " + refusal.expected()
                : refusal.field() + ": expected " + refusal.expected();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
