package io.dorsal.ingest.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dorsal.ingest.Events;
import io.dorsal.ingest.NoTally;
import io.dorsal.ingest.core.Answer;
import io.dorsal.ingest.core.IngestDecision.Accept;
import io.dorsal.ingest.core.Intake;
import io.dorsal.ingest.core.Journal.Delivery;
import io.dorsal.ingest.core.Outgoing;
import io.dorsal.model.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KafkaJournalTest {
    private final List<MockProducer<byte[], byte[]>> producers = new CopyOnWriteArrayList<>();
    private KafkaJournal journal = journal(100, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        producers.forEach(producer -> {
            while (producer.completeNext()) {}
        });
        journal.close();
    }

    @Test
    void aPayloadIsStoredWhenItsLastRecordIs() {
        journal.start();
        Sent sent = append(Events.batch(1, 3));
        await().until(() -> producers.getFirst().history().size() == 3);
        producers.getFirst().completeNext();
        producers.getFirst().completeNext();
        assertThat(sent.answers).isEmpty();
        producers.getFirst().completeNext();
        assertThat(sent.answers).containsExactly(Answer.STORED);
    }

    @Test
    void recordsKeepTheOrderOfAppendAndAreKeyedByDevice() {
        journal.start();
        for (int seq = 1; seq <= 50; seq++) {
            append(Events.battery(seq));
        }
        await().until(() -> producers.getFirst().history().size() == 50);
        assertThat(producers.getFirst().history())
                .extracting(record -> new String(record.key(), UTF_8))
                .containsOnly("ETS-1");
        assertThat(producers.getFirst().history())
                .extracting(record ->
                        new String(record.headers().lastHeader("ce_id").value(), UTF_8))
                .startsWith("ETS-1/1/1", "ETS-1/1/2")
                .endsWith("ETS-1/1/50");
    }

    @Test
    void aRefusedPieceCarriesItsReason() {
        journal.start();
        append("[1]");
        await().until(() -> producers.getFirst().history().size() == 1);
        ProducerRecord<byte[], byte[]> record = producers.getFirst().history().getFirst();
        assertThat(record.topic()).isEqualTo("dorsal.quarantine.v1");
        assertThat(new String(record.headers().lastHeader("ce_dorsalreason").value(), UTF_8))
                .isEqualTo("not-an-object");
        assertThat(new String(record.headers().lastHeader("ce_dorsaldetail").value(), UTF_8))
                .isEqualTo("expected a JSON object");
    }

    @Test
    void oneFailedRecordFailsItsPayload() {
        journal.start();
        Sent sent = append(Events.batch(1, 2));
        await().until(() -> producers.getFirst().history().size() == 2);
        producers.getFirst().completeNext();
        producers.getFirst().errorNext(new RecordTooLargeException());
        assertThat(sent.answers).containsExactly(Answer.NOT_STORED);
    }

    @Test
    void aProducerThatGaveARecordUpIsReplaced() {
        journal.start();
        append(Events.battery(1));
        await().until(() -> producers.getFirst().history().size() == 1);
        producers.getFirst().errorNext(new TimeoutException("expired"));
        // Before anything else is appended: it may hold records behind the gap.
        assertThat(producers.getFirst().closed()).isTrue();
        append(Events.battery(1));
        await().until(() -> producers.size() == 2 && producers.get(1).history().size() == 1);
    }

    @Test
    void aProducerThatRefusesByItselfIsReplaced() {
        journal.start();
        await().until(() -> producers.size() == 1);
        producers.getFirst().sendException = new KafkaException("fatal");
        Sent refused = append(Events.battery(1));
        await().until(() -> refused.answers.contains(Answer.NOT_STORED));
        Sent next = append(Events.battery(1));
        await().until(() -> producers.size() == 2 && producers.get(1).completeNext());
        assertThat(next.answers).containsExactly(Answer.STORED);
    }

    @Test
    void aProducerThatCannotBeMadeIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        journal = new KafkaJournal(
                () -> {
                    if (attempts.incrementAndGet() <= 2) {
                        throw new KafkaException("no such host");
                    }
                    return newProducer();
                },
                100,
                Duration.ofMinutes(1),
                new NoTally());
        journal.start();
        Sent refused = append(Events.battery(1));
        await().until(() -> refused.answers.contains(Answer.NOT_STORED));
        await().until(() -> {
            append(Events.battery(1));
            return producers.size() == 1 && producers.getFirst().completeNext();
        });
        assertThat(journal.isWriting()).isTrue();
    }

    @Test
    void whatNobodyWantsIsNotSent() {
        journal.start();
        Sent abandoned = new Sent(true);
        journal.append(records(Events.battery(1)), abandoned);
        await().until(() -> abandoned.answers.contains(Answer.NOT_STORED));
        assertThat(producers.getFirst().history()).isEmpty();
    }

    @Test
    void whatWaitedTooLongIsNotSent() {
        journal = journal(100, Duration.ofNanos(1));
        journal.start();
        Sent late = append(Events.battery(1));
        await().until(() -> late.answers.contains(Answer.NOT_STORED));
    }

    @Test
    void aFullQueueIsOverCapacity() {
        journal = journal(1, Duration.ofMinutes(1));
        append(Events.battery(1));
        assertThat(append(Events.battery(2)).answers).containsExactly(Answer.OVER_CAPACITY);
        journal.start();
    }

    @Test
    void whatIsQueuedAtTheEndIsStillSent() {
        Sent queued = append(Events.battery(1));
        journal.start();
        journal.close();
        assertThat(producers.getFirst().history()).hasSize(1);
        assertThat(append(Events.battery(2)).answers).containsExactly(Answer.OVER_CAPACITY);
        assertThat(queued.answers).doesNotContain(Answer.NOT_STORED);
    }

    private KafkaJournal journal(int payloadsMax, Duration ackTimeout) {
        return new KafkaJournal(this::newProducer, payloadsMax, ackTimeout, new NoTally());
    }

    private MockProducer<byte[], byte[]> newProducer() {
        producers.add(new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()));
        return producers.getLast();
    }

    private Sent append(String payload) {
        Sent sent = new Sent(false);
        journal.append(records(payload), sent);
        return sent;
    }

    private static List<Outgoing> records(String payload) {
        return ((Accept) Intake.decide(new DeviceId("ETS-1"), Instant.EPOCH, Events.bytes(payload))).records();
    }

    private record Sent(boolean isAbandoned, List<Answer> answers) implements Delivery {
        Sent(boolean isAbandoned) {
            this(isAbandoned, new CopyOnWriteArrayList<>());
        }

        @Override
        public void settled(Answer answer) {
            answers.add(answer);
        }
    }
}
