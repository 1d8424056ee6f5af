package io.dorsal.ingest.core;

import java.util.List;

/** Where payloads are kept. The records of one device are kept in the order of append. */
public interface Journal {

    /** One payload on its way. */
    interface Delivery {
        /** True once nobody wants the records stored any more; asked before they are sent. */
        boolean isAbandoned();

        /** Called exactly once, on any thread: {@code STORED}, {@code NOT_STORED} or {@code OVER_CAPACITY}. */
        void settled(Answer answer);
    }

    /** Never blocks. */
    void append(List<Outgoing> records, Delivery delivery);
}
