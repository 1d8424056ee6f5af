package io.dorsal.standalone.simulate.core;

import io.dorsal.model.event.Settings;

/** One stimulation program that a clinician stored in the device. */
public record Program(String name, Settings settings) {}
