package io.dorsal.standalone.simulate.mqtt;

/** Where stimulators connect to. */
public record Broker(String host, int port) {}
