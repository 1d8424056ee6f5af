package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Change;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.resteasy.reactive.ResponseHeader;

/** {@code GET /api/stream}: what changed, as named server-sent events; idempotent, so nothing is replayed. */
@Path("/api/stream")
public class Stream {
    private static final long RETRY_AFTER_SECONDS = 5;
    private static final int RECONNECT_MILLIS = 2_000;

    private final ChangeFeed feed;
    private final Sse sse;
    private final Duration heartbeat;
    private final AtomicLong nextId = new AtomicLong();

    public Stream(ChangeFeed feed, Sse sse, WebSettings settings) {
        this.feed = feed;
        this.sse = sse;
        this.heartbeat = settings.heartbeat();
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    // Tells proxies that hold answers back, such as nginx, to pass each event on at once.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    public Multi<OutboundSseEvent> changes() {
        Multi<OutboundSseEvent> events = feed.listen()
                .orElseThrow(() -> new ServiceUnavailableException(RETRY_AFTER_SECONDS))
                .map(this::event);
        Multi<OutboundSseEvent> alive = Multi.createFrom()
                .ticks()
                .every(heartbeat)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder()
                        .comment("alive")
                        .reconnectDelay(RECONNECT_MILLIS)
                        .build());
        return Multi.createBy().merging().streams(events, alive);
    }

    private OutboundSseEvent event(Change change) {
        return sse.newEventBuilder()
                .id(Long.toString(nextId.incrementAndGet()))
                .name(change.kind().name().toLowerCase(Locale.ROOT))
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                // A trial id has no character that JSON would escape.
                .data("{\"trial\":\"" + change.trial() + "\"}")
                .build();
    }
}
