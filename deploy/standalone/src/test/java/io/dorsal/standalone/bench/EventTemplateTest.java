package io.dorsal.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.dorsal.model.DeviceId;
import io.dorsal.model.event.DeviceEvent;
import io.dorsal.model.event.Happening;
import io.dorsal.model.wire.DeviceEventCodec;
import io.dorsal.model.wire.DevicePayload;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTemplateTest {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aSingleEventIsAnObjectWithItsNumber() {
        assertThat(events(EventTemplate.usage(1, AT).numbered(1_234_567_890L)))
                .singleElement()
                .returns(1_234_567_890L, DeviceEvent::seq)
                .returns(EventTemplate.BOOT, DeviceEvent::boot);
    }

    @Test
    void aBatchCountsOn() {
        List<DeviceEvent> events = events(EventTemplate.usage(50, AT).numbered(EventTemplate.FIRST_NUMBER));
        assertThat(events)
                .hasSize(50)
                .extracting(DeviceEvent::seq)
                .startsWith(1_000_000_000L)
                .endsWith(1_000_000_049L);
    }

    @Test
    void numberingLeavesTheTemplateAsItWas() {
        EventTemplate template = EventTemplate.usage(1, AT);
        byte[] first = template.numbered(EventTemplate.FIRST_NUMBER);
        template.numbered(EventTemplate.FIRST_NUMBER + 7);
        assertThat(template.numbered(EventTemplate.FIRST_NUMBER)).isEqualTo(first);
    }

    @Test
    void aPressOfTheButtonCountsForTheStatus() {
        assertThat(events(EventTemplate.pain(AT).numbered(EventTemplate.FIRST_NUMBER)))
                .extracting(DeviceEvent::what)
                .hasOnlyElementsOfType(Happening.PainReported.class);
    }

    private static List<DeviceEvent> events(byte[] payload) {
        return DevicePayload.slices(payload).stream()
                .map(slice -> DeviceEventCodec.parse(new DeviceId("D-1"), AT, payload, slice.offset(), slice.length()))
                .toList();
    }
}
