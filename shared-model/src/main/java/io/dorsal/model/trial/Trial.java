package io.dorsal.model.trial;

import io.dorsal.model.ClinicId;
import io.dorsal.model.LocalDays;
import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import io.dorsal.model.TrialId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trial document, latest version. The highest version counts, whatever the order of arrival.
 *
 * @param subject the clinic's pseudonym for the patient
 * @param indication ICD-10-CM
 */
public record Trial(
        TrialId trial,
        long version,
        ClinicId clinic,
        String subject,
        Therapy therapy,
        @Nullable String indication,
        ZoneId timezone,
        PainScale painScale,
        PainConstruct painConstruct,
        @Nullable Instant leadPlacedAt,
        @Nullable Instant plannedRemovalAt,
        @Nullable Instant leadRemovedAt,
        List<Assignment> devices,
        List<Regimen> regimen,
        List<Document> documents,
        List<Treatment> treatments,
        CoverageTerms coverage) {

    /** The same document under another version. */
    public Trial withVersion(long other) {
        return new Trial(
                trial,
                other,
                clinic,
                subject,
                therapy,
                indication,
                timezone,
                painScale,
                painConstruct,
                leadPlacedAt,
                plannedRemovalAt,
                leadRemovedAt,
                devices,
                regimen,
                documents,
                treatments,
                coverage);
    }

    /** The same document with other papers. */
    public Trial withPapers(List<Document> otherDocuments, List<Treatment> otherTreatments, CoverageTerms terms) {
        return new Trial(
                trial,
                version,
                clinic,
                subject,
                therapy,
                indication,
                timezone,
                painScale,
                painConstruct,
                leadPlacedAt,
                plannedRemovalAt,
                leadRemovedAt,
                devices,
                regimen,
                otherDocuments,
                otherTreatments,
                terms);
    }

    public LocalDays days() {
        return new LocalDays(timezone);
    }

    public TrialState state() {
        if (leadPlacedAt == null) {
            return TrialState.PLANNED;
        }
        return leadRemovedAt == null ? TrialState.RUNNING : TrialState.ENDED;
    }

    /** Where the lead came out; while it is in, where it is planned to; null when neither is known. */
    public @Nullable Instant endsAt() {
        return leadRemovedAt != null ? leadRemovedAt : plannedRemovalAt;
    }
}
