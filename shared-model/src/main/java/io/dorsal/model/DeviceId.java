package io.dorsal.model;

/** A stimulator; also its MQTT client id and its certificate's common name. */
public record DeviceId(String value) implements Comparable<DeviceId> {
    public DeviceId {
        Identifier.checked("device", value);
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
