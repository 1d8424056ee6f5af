package io.dorsal.registry.core;

/** A fresh secret and the salt of its hash (hexadecimal). Only the hash is kept. */
public record Credential(String secret, String salt) {
    @Override
    public String toString() {
        return "Credential[secret withheld]";
    }
}
