package io.dorsal.standalone.simulate.core;

import io.dorsal.model.trial.CoverageTerms;
import io.dorsal.model.trial.Document;
import io.dorsal.model.trial.Treatment;
import java.util.List;

/** What the clinic has on paper for the payer: in the trial document from its first version on. */
public record Papers(CoverageTerms terms, List<Document> documents, List<Treatment> treatments) {
    public static final Papers NONE =
            new Papers(new CoverageTerms(null, null, null, null, null, null, null), List.of(), List.of());
}
