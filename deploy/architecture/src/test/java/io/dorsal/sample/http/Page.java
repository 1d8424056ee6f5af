package io.dorsal.sample.http;

import io.dorsal.sample.SampleManager;
import io.dorsal.sample.store.Row;

/** An edge that knows another edge and the wiring. */
public class Page {
    Row row = new Row();
    SampleManager manager = new SampleManager();
}
