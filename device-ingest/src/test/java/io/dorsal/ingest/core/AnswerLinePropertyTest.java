package io.dorsal.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.ingest.core.Ticket.Assurance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the order in which Kafka confirms, a device hears in the order in which it published. */
class AnswerLinePropertyTest {
    private static final int ROUNDS = 2_000;
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void anyOrderOfConfirmationsGivesTheOrderOfPublishing() {
        Random random = seeded();
        for (int round = 0; round < ROUNDS; round++) {
            Play play = new Play(random, 0);
            play.run();
            assertThat(play.answered).isEqualTo(play.published);
            assertThat(play.answered).allMatch(ticket -> ticket.answer() == Answer.STORED);
        }
    }

    @Test
    void nothingIsConfirmedThatWasNotStoredAndNothingBehindAFailure() {
        Random random = seeded();
        for (int round = 0; round < ROUNDS; round++) {
            Play play = new Play(random, 4);
            play.run();
            assertThat(play.answered).isEqualTo(play.published);
            assertThat(play.failed).allMatch(ticket -> ticket.answer() == Answer.NOT_STORED);
            assertThat(play.behindAnUntoldFailure).allMatch(ticket -> ticket.answer() == Answer.NOT_STORED);
        }
    }

    private static Random seeded() {
        System.out.println("AnswerLinePropertyTest: replay with -Dseed=" + SEED);
        return new Random(SEED);
    }

    /** Publishes and confirms at random until all is answered; {@code failOneIn} 0 never fails. */
    private static final class Play {
        private final Random random;
        private final int failOneIn;
        private final AnswerLine<Ticket> line = new AnswerLine<>();
        private final List<Ticket> published = new ArrayList<>();
        private final List<Ticket> onTheirWay = new ArrayList<>();
        private final List<Ticket> answered = new ArrayList<>();
        private final List<Ticket> failed = new ArrayList<>();
        private final List<Ticket> behindAnUntoldFailure = new ArrayList<>();
        private final int size;

        Play(Random random, int failOneIn) {
            this.random = random;
            this.failOneIn = failOneIn;
            this.size = 1 + random.nextInt(20);
        }

        void run() {
            while (answered.size() < size) {
                if (published.size() < size && (onTheirWay.isEmpty() || random.nextBoolean())) {
                    publish();
                } else {
                    settleOne();
                }
                for (Ticket next = line.poll(); next != null; next = line.poll()) {
                    answered.add(next);
                }
            }
            assertThat(line.isEmpty()).isTrue();
        }

        private void publish() {
            Ticket ticket = new Ticket(published.size() + 1, Assurance.AT_LEAST_ONCE);
            if (!answered.containsAll(failed)) {
                behindAnUntoldFailure.add(ticket);
            }
            line.open(ticket);
            published.add(ticket);
            onTheirWay.add(ticket);
        }

        private void settleOne() {
            Collections.shuffle(onTheirWay, random);
            Ticket ticket = onTheirWay.removeLast();
            boolean fails = failOneIn > 0 && random.nextInt(failOneIn) == 0;
            if (fails && ticket.answer() == null) {
                failed.add(ticket);
                behindAnUntoldFailure.addAll(published.subList(ticket.packetId(), published.size()));
            }
            line.settle(ticket, fails ? Answer.NOT_STORED : Answer.STORED);
        }
    }
}
