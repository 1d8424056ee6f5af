package io.dorsal.neighbour;

/** Another module, which does nothing wrong. */
public class Neighbour {}
