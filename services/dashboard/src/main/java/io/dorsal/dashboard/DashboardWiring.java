package io.dorsal.dashboard;

import io.dorsal.dashboard.frontdoor.FrontDoorSettings;
import io.dorsal.dashboard.http.WebSettings;
import io.dorsal.dashboard.kafka.TopicSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands each room the settings that concern it, checked. The rooms find each other by the interfaces of the core. */
@Dependent
class DashboardWiring {
    @Produces
    @Singleton
    TopicSettings topics(DashboardSettings settings) {
        return new TopicSettings(
                settings.bootstrapServers(),
                Bounds.atLeastOne("trials-max", settings.trialsMax()),
                Bounds.atLeastOne("kept-outcome-bytes-max", settings.keptOutcomeBytesMax()),
                Bounds.positive("stale-after", settings.staleAfter()));
    }

    @Produces
    @Singleton
    FrontDoorSettings frontDoor(DashboardSettings settings) {
        return new FrontDoorSettings(
                settings.frontDoor(),
                Bounds.positive("front-door-timeout", settings.frontDoorTimeout()),
                Bounds.positive("packet-timeout", settings.packetTimeout()),
                Bounds.atLeastOne("outcome-bytes-max", settings.outcomeBytesMax()));
    }

    @Produces
    @Singleton
    WebSettings web(DashboardSettings settings) {
        return new WebSettings(
                Bounds.atLeastOne("rows-per-page", settings.rowsPerPage()),
                Bounds.atLeastOne("streams-max", settings.streamsMax()),
                Bounds.atLeastOne("stream-buffer-max", settings.streamBufferMax()),
                Bounds.positive("heartbeat", settings.heartbeat()));
    }
}
