package io.dorsal.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dorsal.ingest.core.Ticket.Assurance;
import org.junit.jupiter.api.Test;

class AnswerLineTest {
    private final AnswerLine<Ticket> line = new AnswerLine<>();

    @Test
    void aPayloadThatIsStoredEarlyWaitsForThoseBeforeIt() {
        Ticket first = publish(Assurance.AT_LEAST_ONCE);
        Ticket second = publish(Assurance.AT_LEAST_ONCE);
        line.settle(second, Answer.STORED);
        assertThat(line.poll()).isNull();
        line.settle(first, Answer.STORED);
        assertThat(line.poll()).isSameAs(first);
        assertThat(line.poll()).isSameAs(second);
    }

    @Test
    void whatWasStoredBehindAFailureFailsToo() {
        Ticket failed = publish(Assurance.EXACTLY_ONCE);
        Ticket stored = publish(Assurance.AT_LEAST_ONCE);
        line.settle(stored, Answer.STORED);
        line.settle(failed, Answer.NOT_STORED);
        assertThat(stored.settledAs()).isEqualTo(Answer.NOT_STORED);
    }

    @Test
    void whatIsPublishedBeforeTheDeviceCanHaveHeardOfAFailureFailsToo() {
        Ticket onItsWay = publish(Assurance.AT_LEAST_ONCE);
        line.settle(publish(Assurance.AT_LEAST_ONCE), Answer.NOT_STORED);
        Ticket later = publish(Assurance.AT_LEAST_ONCE);
        assertThat(later.answer()).isEqualTo(Answer.NOT_STORED);
        line.settle(onItsWay, Answer.STORED);
        assertThat(line.poll()).isSameAs(onItsWay);
        assertThat(line.poll()).isNotNull();
        assertThat(publish(Assurance.AT_LEAST_ONCE).answer()).isEqualTo(Answer.NOT_STORED);
    }

    @Test
    void whatIsPublishedAfterAFailureWasToldHasItsOwnFate() {
        line.settle(publish(Assurance.AT_LEAST_ONCE), Answer.OVER_CAPACITY);
        assertThat(line.poll()).isNotNull();
        Ticket later = publish(Assurance.AT_LEAST_ONCE);
        line.settle(later, Answer.STORED);
        assertThat(later.settledAs()).isEqualTo(Answer.STORED);
    }

    @Test
    void aRefusalIsNoFailure() {
        Ticket refused = publish(Assurance.AT_LEAST_ONCE);
        Ticket later = publish(Assurance.AT_LEAST_ONCE);
        line.settle(refused, Answer.NOT_JSON);
        line.settle(later, Answer.STORED);
        assertThat(later.settledAs()).isEqualTo(Answer.STORED);
    }

    @Test
    void aFailureAtQosZeroTakesNothingWithIt() {
        Ticket failed = publish(Assurance.AT_MOST_ONCE);
        Ticket later = publish(Assurance.AT_LEAST_ONCE);
        line.settle(failed, Answer.NOT_STORED);
        assertThat(later.answer()).isNull();
    }

    @Test
    void aPayloadOnItsWayHasNoAnswer() {
        assertThatThrownBy(publish(Assurance.AT_LEAST_ONCE)::settledAs).isInstanceOf(NullPointerException.class);
    }

    private Ticket publish(Assurance assurance) {
        Ticket ticket = new Ticket(1, assurance);
        line.open(ticket);
        return ticket;
    }
}
