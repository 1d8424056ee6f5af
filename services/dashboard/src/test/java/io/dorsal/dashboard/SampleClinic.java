package io.dorsal.dashboard;

import static io.dorsal.dashboard.SampleOutcome.scores;

import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Therapy;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.dorsal.model.wire.TrialCodec;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes trials and outcomes to the topics as the services would; its main fills them for a look at the pages. */
public final class SampleClinic implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;

    public SampleClinic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    public void publish(Trial trial) {
        send(Topics.TRIALS, trial.trial(), TrialCodec.stored(trial));
    }

    public void publish(ResponderOutcome outcome) {
        send(Topics.RESPONDER_OUTCOMES, outcome.trialId(), ResponderOutcomeCodec.stored(outcome));
    }

    public void publish(SampleOutcome sample) {
        publish(sample.of().trial());
        publish(sample.outcome());
    }

    public void remove(TrialId trial) {
        send(Topics.TRIALS, trial, null);
        send(Topics.RESPONDER_OUTCOMES, trial, null);
    }

    public void send(Topic topic, TrialId trial, byte[] value) {
        try {
            byte[] key = trial.value().getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(topic.name(), key, value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** A clinic's day with every kind of row. */
    public void fill(LocalDate today) {
        publish(SampleOutcome.responder(
                SampleTrial.of("T-0417").placed(today.minusDays(7)).subject("S-0417")));
        publish(SampleOutcome.of(
                SampleTrial.of("T-0421")
                        .placed(today.minusDays(4))
                        .subject("S-0421")
                        .therapy(Therapy.DRG),
                scores(6.0, 6.0, 5.0, 7.0, 6.0, 6.0, 6.0),
                4.0,
                4.0,
                5.0,
                4.0));
        publish(SampleOutcome.of(
                SampleTrial.of("T-0425")
                        .placed(today.minusDays(2))
                        .subject("S-0425")
                        .clinic("lakeside"),
                scores(7.0, null, 7.0, 8.0, 7.0, null, 7.0),
                5.0,
                null));
        publish(SampleOutcome.of(
                SampleTrial.of("T-0398")
                        .placed(today.minusDays(12))
                        .subject("S-0398")
                        .days(9)
                        .ended(),
                scores(7.0, 7.0, 7.0, 8.0, 7.0, 7.0, 7.0),
                7.0,
                8.0,
                8.0,
                7.5,
                7.0,
                8.0,
                8.0,
                7.0,
                8.0));
        publish(SampleOutcome.of(
                SampleTrial.of("T-0402")
                        .placed(today.minusDays(20))
                        .subject("S-0402")
                        .days(28),
                scores(8.0, 7.5, 8.0, 8.0, null, 8.0, 8.5),
                6.0,
                5.5,
                5.0,
                null,
                4.5,
                4.0,
                4.0,
                3.5,
                null,
                null,
                4.0,
                3.5,
                3.0,
                3.5,
                4.0,
                3.0,
                null,
                3.5,
                3.0,
                3.0));
        publish(SampleTrial.of("T-0430")
                .placed(today.minusDays(1))
                .subject("S-0430")
                .therapy(Therapy.PNS)
                .trial());
        publish(SampleTrial.of("T-0433")
                .placed(today.plusDays(3))
                .subject("S-0433")
                .planned());
    }

    public static void main(String[] arguments) {
        try (SampleClinic clinic = new SampleClinic(arguments[0])) {
            clinic.fill(LocalDate.now(SampleTrial.ZONE));
        }
    }
}
