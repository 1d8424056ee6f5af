package io.dorsal.sample.store;

/** An edge that does nothing wrong. */
public class Row {}
