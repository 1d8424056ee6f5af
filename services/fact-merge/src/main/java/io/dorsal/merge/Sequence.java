package io.dorsal.merge;

import io.dorsal.model.Malformed;
import io.dorsal.model.Reason;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The place of a record in the order of its publisher's commits. */
final class Sequence {
    private static final String HEADER = "ce_sequence";
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,19}");

    private Sequence() {}

    /**
     * Records of before there was a sequence come before all that have one.
     *
     * @throws Malformed when it is none
     */
    static long of(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader(HEADER);
        if (header == null) {
            return 0;
        }
        String text = header.value() == null ? "" : new String(header.value(), StandardCharsets.US_ASCII);
        try {
            if (WHOLE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // Nineteen digits can be more than a long holds: told below.
        }
        throw new Malformed(Reason.WRONG_TYPE, HEADER, "a whole number");
    }
}
