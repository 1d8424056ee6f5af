package io.dorsal.sample;

/** Wiring with a name that says nothing. */
public class SampleManager {}
