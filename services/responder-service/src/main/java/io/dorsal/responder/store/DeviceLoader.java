package io.dorsal.responder.store;

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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the state of some devices. */
final class DeviceLoader {
    private record BootKey(DeviceId device, long boot) {}

    private record InBoot<T>(BootKey key, T part) {}

    private final Connection connection;
    private final Collection<DeviceId> devices;

    private DeviceLoader(Connection connection, Collection<DeviceId> devices) {
        this.connection = connection;
        this.devices = devices;
    }

    static Map<DeviceId, DeviceFacts> load(Connection connection, Collection<DeviceId> devices) throws SQLException {
        return new DeviceLoader(connection, devices).load();
    }

    private Map<DeviceId, DeviceFacts> load() throws SQLException {
        Map<BootKey, List<Range>> received = parts(
                "select device, boot, lower(r) as first, upper(r) - 1 as last"
                        + " from boot_received, unnest(received) as r where device = any(?)",
                row -> new Range(row.getLong("first"), row.getLong("last")));
        Map<BootKey, List<UsageSpans>> usage = parts(
                "select device, boot, is_on, program, lower(s) as start, upper(s) as stop"
                        + " from usage_span, unnest(spans) as s where device = any(?)",
                DeviceLoader::usage);
        Map<BootKey, List<KeptEvent>> kept =
                parts("select device, boot, document from kept_event where device = any(?)", DeviceLoader::kept);
        Map<BootKey, List<ClockSample>> samples = parts(
                "select device, boot, seq, received_at, at from clock_sample where device = any(?)",
                row -> new ClockSample(row.getLong("seq"), Rows.instant(row, "at"), Rows.instant(row, "received_at")));
        Map<DeviceId, List<BootFacts>> boots = received.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().device(),
                        TreeMap::new,
                        Collectors.mapping(
                                entry -> new BootFacts(
                                        entry.getKey().boot(),
                                        new SequenceRanges(entry.getValue()),
                                        usage.getOrDefault(entry.getKey(), List.of()),
                                        kept.getOrDefault(entry.getKey(), List.of()),
                                        samples.getOrDefault(entry.getKey(), List.of())),
                                Collectors.toList())));
        return boots.entrySet().stream()
                .map(entry -> new DeviceFacts(entry.getKey(), entry.getValue()))
                .collect(Collectors.toMap(DeviceFacts::device, Function.identity()));
    }

    private <T> Map<BootKey, List<T>> parts(String sql, Rows.Reader<T> reader) throws SQLException {
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

    private static KeptEvent kept(ResultSet row) throws SQLException {
        DeviceEvent event = DeviceEventCodec.parseStored(Documents.bytes(row.getString("document")));
        return new KeptEvent(event.seq(), event.at(), event.receivedAt(), event.what());
    }
}
