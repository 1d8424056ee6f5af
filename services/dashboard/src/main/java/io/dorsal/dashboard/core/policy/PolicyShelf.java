package io.dorsal.dashboard.core.policy;

import io.dorsal.dashboard.core.Answer;
import java.util.List;

/** The policies in use, from the service that judges by them. */
public interface PolicyShelf {
    /** By id. */
    Answer<List<Policy>> all();

    Answer<Policy> find(String id);
}
