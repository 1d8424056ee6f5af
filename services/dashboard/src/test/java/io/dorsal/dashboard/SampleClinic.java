package io.dorsal.dashboard;

import io.dorsal.model.Topic;
import io.dorsal.model.Topics;
import io.dorsal.model.TrialId;
import io.dorsal.model.outcome.CoverageDetermination;
import io.dorsal.model.outcome.OpioidOutcome;
import io.dorsal.model.outcome.ResponderOutcome;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.CoverageDeterminationCodec;
import io.dorsal.model.wire.OpioidOutcomeCodec;
import io.dorsal.model.wire.ResponderOutcomeCodec;
import io.dorsal.model.wire.TrialCodec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes trials and outcomes to the topics as the services would. */
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

    public void publish(OpioidOutcome outcome) {
        send(Topics.OPIOID_OUTCOMES, outcome.trialId(), OpioidOutcomeCodec.stored(outcome));
    }

    public void publish(CoverageDetermination determination) {
        send(Topics.COVERAGE_DETERMINATIONS, determination.key(), CoverageDeterminationCodec.stored(determination));
    }

    public void publish(SampleOutcome sample) {
        publish(sample.of().trial());
        publish(sample.outcome());
    }

    public void remove(TrialId trial) {
        send(Topics.TRIALS, trial, null);
        send(Topics.RESPONDER_OUTCOMES, trial, null);
        send(Topics.OPIOID_OUTCOMES, trial, null);
        send(Topics.COVERAGE_DETERMINATIONS, trial + "/mac-scs-ngs", null);
    }

    public void send(Topic topic, TrialId trial, byte[] value) {
        send(topic, trial.value(), value);
    }

    private void send(Topic topic, String key, byte[] value) {
        try {
            producer.send(new ProducerRecord<>(topic.name(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
