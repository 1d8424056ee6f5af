package io.dorsal.registry.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Every version of every trial document. */
@ApplicationScoped
class TrialVersionTable implements PanacheRepositoryBase<TrialVersionRow, TrialVersionRow.Key> {}
