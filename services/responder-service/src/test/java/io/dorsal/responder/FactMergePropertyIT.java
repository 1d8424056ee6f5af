package io.dorsal.responder;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.TrialId;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.report.PatientReport;
import io.dorsal.model.trial.Trial;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.ReportCodec;
import io.dorsal.model.wire.TrialCodec;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.TrialFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** However the facts are ordered, repeated and cut into batches, the store holds what core's join makes of them. */
class FactMergePropertyIT {
    private static final int ROUNDS = 25;
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");

    private static Instance instance;

    @BeforeAll
    static void start() throws Exception {
        instance = new Instance(Backends.shared(), "fact_merge");
    }

    @AfterAll
    static void stop() throws Exception {
        instance.close();
    }

    @Test
    void theStoreIsTheJoin() {
        System.out.println("Replay with -Dseed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String trial = "T-" + round;
            List<ProducerRecord<String, byte[]>> facts = facts(trial, round, random);
            TrialFacts expected = joined(facts);
            Collections.shuffle(facts, random);
            store(facts, round, random);

            TrialFacts stored = instance.store.load(new TrialId(trial)).orElseThrow();
            assertThat(stored).as("round %d of seed %d", round, SEED).isEqualTo(expected);
            assertThat(instance.published().get(trial))
                    .isEqualTo(instance.assessor.publishable(expected).document());
        }
    }

    private static List<ProducerRecord<String, byte[]>> facts(String trial, int round, Random random) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        String[] devices = {"D-" + round + "-a", "D-" + round + "-b"};
        for (int version = 1; version <= 3; version++) {
            facts.add(Samples.trial(trial, version, devices[random.nextInt(2)]));
        }
        for (int i = 0; i < 30; i++) {
            facts.add(Samples.pain(
                    trial,
                    "r-" + random.nextInt(12),
                    1 + random.nextInt(3),
                    Samples.PLACED_ON.plusDays(random.nextInt(14) - 7),
                    random.nextInt(11)));
        }
        for (int i = 0; i < 200; i++) {
            int seq = random.nextInt(120);
            Instant at = START.plusSeconds(97L * seq);
            String device = devices[random.nextInt(2)];
            int boot = random.nextInt(3);
            facts.add(seq % 5 == 0 ? Samples.changed(device, boot, seq, at) : Samples.usage(device, boot, seq, at));
            if (seq % 5 == 0 && random.nextInt(4) == 0) {
                // One number for another fact, of another time or received in the same payload.
                Instant later = at.plusSeconds(86_400L * random.nextInt(3));
                facts.add(Samples.event(device, boot, seq, later, Samples.painOf(random.nextInt(11))));
            }
        }
        facts.addAll(facts.subList(0, random.nextInt(facts.size())).stream().toList());
        return facts;
    }

    private static void store(List<ProducerRecord<String, byte[]>> facts, int round, Random random) {
        int from = 0;
        while (from < facts.size()) {
            int to = Math.min(facts.size(), from + 1 + random.nextInt(80));
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            for (int i = from; i < to; i++) {
                var fact = facts.get(i);
                batch.add(new ConsumerRecord<>(fact.topic(), 1_000 + round, i, fact.key(), fact.value()));
            }
            instance.pipeline.take(batch);
            from = to;
        }
    }

    private static TrialFacts joined(List<ProducerRecord<String, byte[]>> facts) {
        List<Trial> trials = new ArrayList<>();
        List<PatientReport> reports = new ArrayList<>();
        List<DeviceEvent> events = new ArrayList<>();
        for (var fact : facts) {
            switch (fact.topic()) {
                case "dorsal.trials.v1" -> trials.add(TrialCodec.parseStored(fact.value()));
                case "dorsal.patient-reports.v1" -> reports.add(ReportCodec.parseStored(fact.value()));
                default -> events.add(DeviceEventCodec.parseStored(fact.value()));
            }
        }
        Trial latest = Collections.max(trials, Comparator.comparingLong(Trial::version));
        var worn = latest.devices().getFirst().device();
        Map<?, List<DeviceEvent>> byDevice = events.stream().collect(Collectors.groupingBy(DeviceEvent::device));
        List<DeviceFacts> devices =
                byDevice.containsKey(worn) ? List.of(DeviceFacts.of(worn, byDevice.get(worn))) : List.of();
        return new TrialFacts(latest, reports, devices);
    }
}
