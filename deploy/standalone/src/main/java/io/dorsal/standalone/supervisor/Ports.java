package io.dorsal.standalone.supervisor;

import io.dorsal.embedded.FreePorts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Where everything listens, on loopback; {@code shift} moves all ports by one distance, so that two stacks fit. */
public record Ports(int shift) {
    public static final int FRONT_DOOR_BY_DEFAULT = 8080;

    /** Between what people move a second stack by and the ports that the kernel gives to outgoing connections. */
    private static final int FREE_SHIFT_MIN = 3_000;

    private static final int FREE_SHIFT_MAX = 13_000;
    private static final int ATTEMPTS_MAX = 100;

    /** A row of which nobody listens on any, for a stack beside others. */
    public static Ports free() {
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Ports ports = new Ports(ThreadLocalRandom.current().nextInt(FREE_SHIFT_MIN, FREE_SHIFT_MAX));
            if (ports.all().values().stream().allMatch(FreePorts::isFree)) {
                return ports;
            }
        }
        throw new IllegalStateException("expected twelve free ports at one distance from the usual ones, found none");
    }

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

    public int opioidService() {
        return 18085 + shift;
    }

    public int coverageService() {
        return 18086 + shift;
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
        all.put("opioid-service", opioidService());
        all.put("coverage-service", coverageService());
        all.put("dashboard", dashboard());
        all.put("device-ingest", deviceIngest());
        all.put("Kafka", kafka());
        all.put("Kafka controller", kafkaController());
        all.put("PostgreSQL", postgres());
        return all;
    }
}
