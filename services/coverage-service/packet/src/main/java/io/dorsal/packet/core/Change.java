package io.dorsal.packet.core;

/** One thing that reads differently in two packets of a trial, in plain words; none of the three is empty. */
public record Change(String what, String before, String after) {}
