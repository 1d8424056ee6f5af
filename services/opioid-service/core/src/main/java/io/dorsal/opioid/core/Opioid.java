package io.dorsal.opioid.core;

/** An opioid as RxNorm knows it: the ingredient, whatever the drug's brand, salt and form. */
public record Opioid(String rxcui, String name) {}
