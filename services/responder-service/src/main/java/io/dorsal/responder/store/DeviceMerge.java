package io.dorsal.responder.store;

import io.dorsal.merge.store.Columns;
import io.dorsal.model.SequenceRanges.Range;
import io.dorsal.model.Span;
import io.dorsal.responder.core.BootFacts;
import io.dorsal.responder.core.ClockSample;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.UsageSpans;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Merges what stimulators sent: one statement per table, whatever the number of events. */
final class DeviceMerge {
    private DeviceMerge() {}

    private record Received(String device, long boot, Range range) {}

    private record Used(String device, long boot, UsageSpans usage, Span span) {}

    private record Sampled(String device, long boot, ClockSample sample) {}

    @FunctionalInterface
    private interface PerBoot<R> {
        Stream<R> rows(String device, BootFacts boot);
    }

    static void merge(Connection connection, Collection<DeviceFacts> devices) throws SQLException {
        mergeReceived(
                connection,
                rows(
                        devices,
                        (device, boot) -> boot.received().ranges().stream()
                                .map(range -> new Received(device, boot.boot(), range))));
        mergeUsage(
                connection,
                rows(
                        devices,
                        (device, boot) -> boot.usage().stream()
                                .flatMap(usage -> usage.spans().spans().stream()
                                        .map(span -> new Used(device, boot.boot(), usage, span)))));
        mergeSamples(
                connection,
                rows(
                        devices,
                        (device, boot) ->
                                boot.clockSamples().stream().map(sample -> new Sampled(device, boot.boot(), sample))));
    }

    private static void mergeReceived(Connection connection, List<Received> received) throws SQLException {
        Columns.of(received)
                .text(Received::device)
                .bigint(Received::boot)
                .bigint(row -> row.range().first())
                .bigint(row -> row.range().last())
                .update(connection, """
                        insert into boot_received as known (device, boot, received)
                        select device, boot, range_agg(int8range(first, last, '[]'))
                        from unnest(?, ?, ?, ?) as arrived (device, boot, first, last) group by device, boot
                        on conflict (device, boot) do update set received = known.received + excluded.received
                        where not known.received @> excluded.received""");
    }

    private static void mergeUsage(Connection connection, List<Used> used) throws SQLException {
        Columns.of(used)
                .text(Used::device)
                .bigint(Used::boot)
                .flag(row -> row.usage().on())
                .text(row -> row.usage().program() == null ? "" : row.usage().program())
                .instant(row -> row.span().from())
                .instant(row -> row.span().to())
                .update(connection, """
                        insert into usage_span as known (device, boot, is_on, program, spans)
                        select device, boot, is_on, program, range_agg(tstzrange(start, stop))
                        from unnest(?, ?, ?, ?, ?, ?) as arrived (device, boot, is_on, program, start, stop)
                        group by device, boot, is_on, program
                        on conflict (device, boot, is_on, program) do update set spans = known.spans + excluded.spans
                        where not known.spans @> excluded.spans""");
    }

    private static void mergeSamples(Connection connection, List<Sampled> samples) throws SQLException {
        Columns.of(samples)
                .text(Sampled::device)
                .bigint(Sampled::boot)
                .bigint(row -> row.sample().minute())
                .bigint(row -> row.sample().seq())
                .instant(row -> row.sample().receivedAt())
                .instant(row -> row.sample().at())
                .update(connection, """
                        insert into clock_sample as known (device, boot, minute, seq, received_at, at)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (device, boot, minute) do update
                        set seq = excluded.seq, received_at = excluded.received_at, at = excluded.at
                        -- Of two receipts of one event the first counts, so receive times stand the other way round.
                        where (known.seq, excluded.received_at, known.at)
                            < (excluded.seq, known.received_at, excluded.at)""");
    }

    private static <R> List<R> rows(Collection<DeviceFacts> devices, PerBoot<R> perBoot) {
        return devices.stream()
                .flatMap(device -> device.boots().stream()
                        .flatMap(boot -> perBoot.rows(device.device().value(), boot)))
                .toList();
    }
}
