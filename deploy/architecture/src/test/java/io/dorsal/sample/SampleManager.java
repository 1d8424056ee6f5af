package io.dorsal.sample;

import io.dorsal.neighbour.Neighbour;

/** Wiring with a name that says nothing, and that knows another module. */
public class SampleManager {
    Neighbour neighbour = new Neighbour();
}
