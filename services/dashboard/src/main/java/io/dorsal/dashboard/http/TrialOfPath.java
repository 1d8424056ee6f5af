package io.dorsal.dashboard.http;

import io.dorsal.dashboard.core.Board;
import io.dorsal.dashboard.core.Listed;
import io.dorsal.model.Malformed;
import io.dorsal.model.TrialId;
import io.dorsal.model.trial.Trial;
import jakarta.ws.rs.NotFoundException;

/** The trial that an address names. */
final class TrialOfPath {
    private TrialOfPath() {}

    /** @throws NotFoundException when there is none */
    static Trial find(Board board, String id) {
        try {
            Listed found = board.find(new TrialId(id));
            if (found != null) {
                return found.trial();
            }
        } catch (Malformed e) {
            throw new NotFoundException(e);
        }
        throw new NotFoundException();
    }
}
