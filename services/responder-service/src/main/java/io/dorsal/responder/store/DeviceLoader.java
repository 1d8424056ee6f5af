package io.dorsal.responder.store;

import io.dorsal.merge.store.Columns;
import io.dorsal.merge.store.Documents;
import io.dorsal.merge.store.Rows;
import io.dorsal.model.DeviceId;
import io.dorsal.model.SequenceRanges;
import io.dorsal.model.SequenceRanges.Range;
import io.dorsal.model.Span;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.responder.core.BootFacts;
import io.dorsal.responder.core.ClockSample;
import io.dorsal.responder.core.DeviceFacts;
import io.dorsal.responder.core.KeptEvent;
import io.dorsal.responder.core.TimeSpans;
import io.dorsal.responder.core.UsageSpans;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stored state of some devices. Kept events are parsed when a device is asked for, so that it alone can fail. */
final class DeviceLoader {
    private record BootKey(DeviceId device, long boot) {}

    private record InBoot<T>(BootKey key, T part) {}

    private final Map<DeviceId, List<BootKey>> boots;
    private final Map<BootKey, List<Range>> received;
    private final Map<BootKey, List<UsageSpans>> usage;
    private final Map<BootKey, List<String>> kept;
    private final Map<BootKey, List<ClockSample>> samples;
    private final Map<BootKey, List<Range>> conflicts;

    private DeviceLoader(Connection connection, Collection<DeviceId> devices) throws SQLException {
        received = parts(
                connection,
                devices,
                "select device, boot, lower(r) as first, upper(r) - 1 as last"
                        + " from boot_received, unnest(received) as r where device = any(?)",
                row -> new Range(row.getLong("first"), row.getLong("last")));
        usage = parts(
                connection,
                devices,
                "select device, boot, is_on, program, lower(s) as start, upper(s) as stop"
                        + " from usage_span, unnest(spans) as s where device = any(?)",
                DeviceLoader::usage);
        kept = parts(
                connection,
                devices,
                "select device, boot, document from kept_event where device = any(?)",
                row -> row.getString("document"));
        samples = parts(
                connection,
                devices,
                "select device, boot, seq, received_at, at from clock_sample where device = any(?)",
                row -> new ClockSample(row.getLong("seq"), Rows.instant(row, "at"), Rows.instant(row, "received_at")));
        conflicts = parts(
                connection,
                devices,
                "select device, boot, lower(r) as first, upper(r) - 1 as last from"
                        + " (select device, boot, range_agg(int8range(seq, seq, '[]')) as numbers from conflicting_event"
                        + " where device = any(?) group by device, boot) as of_boot, unnest(numbers) as r",
                row -> new Range(row.getLong("first"), row.getLong("last")));
        boots = received.keySet().stream().collect(Collectors.groupingBy(BootKey::device));
    }

    /** The facts of each of these devices that ever sent something. */
    static Function<DeviceId, Optional<DeviceFacts>> load(Connection connection, Collection<DeviceId> devices)
            throws SQLException {
        DeviceLoader loader = new DeviceLoader(connection, devices);
        return loader::factsOf;
    }

    private Optional<DeviceFacts> factsOf(DeviceId device) {
        return Optional.ofNullable(boots.get(device))
                .map(known -> new DeviceFacts(
                        device, known.stream().map(this::factsOf).toList()));
    }

    private BootFacts factsOf(BootKey boot) {
        return new BootFacts(
                boot.boot(),
                new SequenceRanges(received.getOrDefault(boot, List.of())),
                usage.getOrDefault(boot, List.of()),
                kept.getOrDefault(boot, List.of()).stream()
                        .map(DeviceLoader::kept)
                        .toList(),
                samples.getOrDefault(boot, List.of()),
                new SequenceRanges(conflicts.getOrDefault(boot, List.of())));
    }

    private static <T> Map<BootKey, List<T>> parts(
            Connection connection, Collection<DeviceId> devices, String sql, Rows.Reader<T> reader)
            throws SQLException {
        return Columns.of(devices)
                .text(DeviceId::value)
                .query(
                        connection,
                        sql,
                        row -> new InBoot<>(
                                new BootKey(new DeviceId(row.getString("device")), row.getLong("boot")),
                                reader.read(row)))
                .stream()
                .collect(Collectors.groupingBy(InBoot::key, Collectors.mapping(InBoot::part, Collectors.toList())));
    }

    private static UsageSpans usage(ResultSet row) throws SQLException {
        String program = row.getString("program");
        return new UsageSpans(
                row.getBoolean("is_on"),
                program.isEmpty() ? null : program,
                TimeSpans.of(new Span(Rows.instant(row, "start"), Rows.instant(row, "stop"))));
    }

    private static KeptEvent kept(String document) {
        DeviceEvent event = DeviceEventCodec.parseStored(Documents.bytes(document));
        return new KeptEvent(event.seq(), event.at(), event.receivedAt(), event.what());
    }
}
