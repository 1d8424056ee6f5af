package io.dorsal.model;

/** An enum constant with its own spelling on the wire. */
public interface Word {
    String word();
}
