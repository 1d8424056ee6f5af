package io.dorsal.responder.store;

import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Documents;
import io.dorsal.merge.store.Stored;
import io.dorsal.model.FactDigest;
import io.dorsal.model.Malformed;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.responder.core.KeptEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Merges the events that are kept by themselves. Of one number the fact received first stays; every other fact of it is
 * kept beside it, as a conflict. A resend is the same fact, whenever and however often it comes.
 *
 * <p>The devices are locked, so that what is read here is what is written over.
 */
final class KeptMerge {
    private KeptMerge() {}

    private record EventNumber(String device, long boot, long seq) {
        static EventNumber of(DeviceEvent event) {
            return new EventNumber(event.device().value(), event.boot(), event.seq());
        }
    }

    private record Variant(Stored<DeviceEvent> event, KeptEvent kept) {
        static final Comparator<Variant> FIRST_RECEIVED = Comparator.comparing(Variant::kept, KeptEvent.FIRST_RECEIVED)
                .thenComparing(variant -> variant.event().document());

        static Variant of(Stored<DeviceEvent> event) {
            return new Variant(event, KeptEvent.of(event.fact()));
        }
    }

    private record Loser(Variant variant, String fact) {}

    /** Returns how many facts came to be known as conflicting. */
    static int merge(Connection connection, Collection<Stored<DeviceEvent>> arrived) throws SQLException {
        Map<EventNumber, List<Variant>> variants = new HashMap<>();
        arrived.forEach(event -> variants.computeIfAbsent(EventNumber.of(event.fact()), number -> new ArrayList<>())
                .add(Variant.of(event)));
        Map<EventNumber, Variant> known = known(connection, variants.keySet());
        List<Variant> kept = new ArrayList<>();
        List<Loser> losers = new ArrayList<>();
        List<Loser> winners = new ArrayList<>();
        variants.forEach((number, ofNumber) -> {
            Variant before = known.get(number);
            if (before != null) {
                ofNumber.add(before);
            }
            Variant first = first(ofNumber);
            if (!first.equals(before)) {
                kept.add(first);
            }
            List<Loser> others = others(ofNumber, first);
            losers.addAll(others);
            if (!others.isEmpty()) {
                winners.add(loser(first));
            }
        });
        upsert(connection, kept);
        return conflict(connection, losers, winners);
    }

    private static Variant first(List<Variant> ofNumber) {
        return ofNumber.size() == 1
                ? ofNumber.getFirst()
                : ofNumber.stream().min(Variant.FIRST_RECEIVED).orElseThrow();
    }

    /** Each other fact once, at its first receipt. */
    private static List<Loser> others(List<Variant> ofNumber, Variant first) {
        if (ofNumber.size() == 1) {
            return List.of();
        }
        Map<String, Variant> byFact = new TreeMap<>();
        ofNumber.forEach(variant -> byFact.merge(
                variant.kept().fact(),
                variant,
                (one, other) -> Variant.FIRST_RECEIVED.compare(one, other) <= 0 ? one : other));
        byFact.remove(first.kept().fact());
        return byFact.values().stream().map(KeptMerge::loser).toList();
    }

    private static Loser loser(Variant variant) {
        return new Loser(
                variant, FactDigest.sha256(Documents.bytes(variant.kept().fact())));
    }

    private static Map<EventNumber, Variant> known(Connection connection, Collection<EventNumber> numbers)
            throws SQLException {
        Map<EventNumber, Variant> known = new HashMap<>();
        Columns.of(numbers)
                .text(EventNumber::device)
                .bigint(EventNumber::boot)
                .bigint(EventNumber::seq)
                .query(
                        connection,
                        "select document from unnest(?, ?, ?) as asked (device, boot, seq)"
                                + " join kept_event using (device, boot, seq)",
                        row -> row.getString("document"))
                .stream()
                .flatMap(KeptMerge::parsed)
                .forEach(event -> known.put(EventNumber.of(event.fact()), Variant.of(event)));
        return known;
    }

    /** What no longer parses is nobody's fact: it must not keep a good one away. */
    private static Stream<Stored<DeviceEvent>> parsed(String document) {
        try {
            return Stream.of(new Stored<>(DeviceEventCodec.parseStored(Documents.bytes(document)), document));
        } catch (Malformed unreadable) {
            return Stream.empty();
        }
    }

    private static void upsert(Connection connection, List<Variant> kept) throws SQLException {
        Columns.of(kept)
                .text(variant -> variant.event().fact().device().value())
                .bigint(variant -> variant.event().fact().boot())
                .bigint(variant -> variant.event().fact().seq())
                .instant(variant -> variant.event().fact().receivedAt())
                .instant(variant -> variant.event().fact().at())
                .text(variant -> variant.event().document())
                .update(connection, """
                        insert into kept_event (device, boot, seq, received_at, at, document)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (device, boot, seq) do update
                        set received_at = excluded.received_at, at = excluded.at, document = excluded.document""");
    }

    private static int conflict(Connection connection, List<Loser> losers, List<Loser> winners) throws SQLException {
        List<String> fresh = columns(losers)
                .instant(loser -> loser.variant().event().fact().receivedAt())
                .text(loser -> loser.variant().event().document())
                .texts(connection, """
                        insert into conflicting_event as known (device, boot, seq, fact, received_at, document)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (device, boot, seq, fact) do update
                        set received_at = excluded.received_at, document = excluded.document
                        where (excluded.received_at, excluded.document) < (known.received_at, known.document)
                        returning case when xmax = 0 then 'new' else 'known' end""");
        // What was taken for the other fact, until its first receipt was read.
        columns(winners).update(connection, """
                delete from conflicting_event as known
                using unnest(?, ?, ?, ?) as won (device, boot, seq, fact)
                where (known.device, known.boot, known.seq, known.fact) = (won.device, won.boot, won.seq, won.fact)""");
        return (int) fresh.stream().filter("new"::equals).count();
    }

    private static Columns<Loser> columns(List<Loser> facts) {
        return Columns.of(facts)
                .text(fact -> fact.variant().event().fact().device().value())
                .bigint(fact -> fact.variant().event().fact().boot())
                .bigint(fact -> fact.variant().event().fact().seq())
                .text(Loser::fact);
    }
}
