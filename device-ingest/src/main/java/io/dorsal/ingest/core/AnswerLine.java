package io.dorsal.ingest.core;

import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one connection, given in the order of PUBLISH [MQTT-4.6.0-2]: a payload that is stored early waits for
 * those before it.
 *
 * <p>One payload that is not stored takes with it everything behind it: were a later one confirmed, the device would
 * send only the failed one again, and its events would stand out of order in the log. The same goes for what is published
 * before the device can have heard of the failure. What fails although Kafka stored it is sent twice, which the join
 * absorbs. Confined to one thread.
 */
public final class AnswerLine<T extends Ticket> {
    private final ArrayDeque<T> line = new ArrayDeque<>();

    /** The last in line while a failure stands in it that the device has not been told: all behind a failure fail. */
    private @Nullable T lastFailed;

    /** The ticket has its answer at once when an earlier failure takes it along. */
    public void open(T ticket) {
        line.addLast(ticket);
        if (lastFailed != null) {
            ticket.answer(Answer.NOT_STORED);
            lastFailed = ticket;
        }
    }

    /** Notes what became of a payload; a payload that has failed before stays failed. */
    public void settle(T ticket, Answer answer) {
        if (ticket.answer() != null) {
            return;
        }
        ticket.answer(answer);
        // Nobody waits for an answer at QoS 0, so nobody would send the later ones again.
        if (ticket.wantsAnswer() && answer.isFailure()) {
            failBehind(ticket);
            lastFailed = line.peekLast();
        }
    }

    private void failBehind(T failed) {
        Iterator<T> fromTheEnd = line.descendingIterator();
        for (T ticket = fromTheEnd.next(); !ticket.equals(failed); ticket = fromTheEnd.next()) {
            ticket.answer(Answer.NOT_STORED);
        }
    }

    /** The next payload to answer, or null while the first in line is still on its way. */
    public @Nullable T poll() {
        T head = line.peekFirst();
        if (head == null || head.answer() == null) {
            return null;
        }
        if (head.equals(lastFailed)) {
            lastFailed = null;
        }
        return line.pollFirst();
    }

    public boolean isEmpty() {
        return line.isEmpty();
    }
}
