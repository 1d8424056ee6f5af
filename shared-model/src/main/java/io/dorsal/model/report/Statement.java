package io.dorsal.model.report;

import io.dorsal.model.PainConstruct;
import io.dorsal.model.PainScale;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one revision of a report states; contract §4 has the same list. */
public sealed interface Statement {
    ReportKind kind();

    /** A diary entry. */
    record Pain(Instant at, PainScale scale, PainConstruct construct, BigDecimal score) implements Statement {
        @Override
        public ReportKind kind() {
            return ReportKind.PAIN;
        }
    }

    /** A dose taken. {@code unit} in UCUM. */
    record Intake(Instant at, String rxcui, BigDecimal quantity, String unit) implements Statement {
        @Override
        public ReportKind kind() {
            return ReportKind.INTAKE;
        }
    }

    /** Nothing was taken on that local date: a zero, where no report at all would be an unknown day. */
    record NoIntake(LocalDate date) implements Statement {
        @Override
        public ReportKind kind() {
            return ReportKind.NO_INTAKE;
        }
    }

    /** A transdermal patch worn; {@code to} is null while it is on. */
    record Patch(String rxcui, Instant from, @Nullable Instant to) implements Statement {
        @Override
        public ReportKind kind() {
            return ReportKind.PATCH;
        }
    }

    /** A clinician's attestation of less analgesics, which is neither opioids only nor MME. */
    record AnalgesicReduction(Instant at, BigDecimal percent, String attestedBy) implements Statement {
        @Override
        public ReportKind kind() {
            return ReportKind.ANALGESIC_REDUCTION;
        }
    }

    /** The score of a questionnaire. */
    record Function(
            Instant at,
            Instrument instrument,
            BigDecimal score,
            @Nullable CodingDirection direction) implements Statement {
        @Override
        public ReportKind kind() {
            return ReportKind.FUNCTION;
        }
    }

    /** What the patient answered when asked for a percentage of relief; negative when worse. */
    record PerceivedRelief(Instant at, BigDecimal percent) implements Statement {
        @Override
        public ReportKind kind() {
            return ReportKind.PERCEIVED_RELIEF;
        }
    }

    /** The report counts as absent from now on. */
    record Retraction(ReportKind kind, String reason) implements Statement {}
}
