package io.dorsal.standalone.supervisor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where everything listens, on loopback; {@code shift} moves all ports by one distance, so that two stacks fit. */
public record Ports(int shift) {
    public static final int FRONT_DOOR_BY_DEFAULT = 8080;

    public static Ports withFrontDoorAt(int port) {
        return new Ports(port - FRONT_DOOR_BY_DEFAULT);
    }

    public int frontDoor() {
        return FRONT_DOOR_BY_DEFAULT + shift;
    }

    public int mqtt() {
        return 1883 + shift;
    }

    public int mqttTls() {
        return 8883 + shift;
    }

    public int trialRegistry() {
        return 18081 + shift;
    }

    public int responderService() {
        return 18082 + shift;
    }

    public int dashboard() {
        return 18083 + shift;
    }

    public int deviceIngest() {
        return 18084 + shift;
    }

    public int kafka() {
        return 19092 + shift;
    }

    public int kafkaController() {
        return 19093 + shift;
    }

    public int postgres() {
        return 15432 + shift;
    }

    /** What each port is for, in words, in the order in which a person would look. */
    public Map<String, Integer> all() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("front door", frontDoor());
        all.put("MQTT", mqtt());
        all.put("MQTT over TLS", mqttTls());
        all.put("trial-registry", trialRegistry());
        all.put("responder-service", responderService());
        all.put("dashboard", dashboard());
        all.put("device-ingest", deviceIngest());
        all.put("Kafka", kafka());
        all.put("Kafka controller", kafkaController());
        all.put("PostgreSQL", postgres());
        return all;
    }
}
