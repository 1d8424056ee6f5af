package io.dorsal.fhir;

import io.dorsal.model.Rational;
import io.dorsal.model.Word;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/**
 * FHIR's data types made of ours, each value in one spelling: instants in UTC and from text, since HAPI would write a
 * date of Java's in the time zone of the machine.
 */
public final class Elements {
    public static final Unit SCORE = new Unit("score", "{score}");
    public static final Unit MILLIMETRES = new Unit("mm", "mm");
    public static final Unit PERCENT = new Unit("%", "%");
    public static final Unit MME_PER_DAY = new Unit("MME/d", "{MME}/d");
    public static final Unit SECONDS = new Unit("s", "s");
    public static final Unit DAYS = new Unit("d", "d");
    public static final Unit COUNT = new Unit("1", "1");

    private static final int PLACES = 4;

    // Words that come from outside, such as a document's result, must not carry prose.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** How a unit is shown, and its UCUM code. */
    public record Unit(String shown, String code) {}

    private Elements() {}

    public static DateTimeType dateTime(Instant instant) {
        return new DateTimeType(instant.toString());
    }

    /** A whole local date, which is no instant. */
    public static DateTimeType dateTime(LocalDate date) {
        return new DateTimeType(date.toString());
    }

    public static DateType date(LocalDate date) {
        return new DateType(date.toString());
    }

    public static InstantType instant(Instant instant) {
        return new InstantType(instant.toString());
    }

    public static Period period(@Nullable Instant from, @Nullable Instant to) {
        return period(from == null ? null : dateTime(from), to == null ? null : dateTime(to));
    }

    /** Local dates, both included. */
    public static Period period(@Nullable LocalDate from, @Nullable LocalDate to) {
        return period(from == null ? null : dateTime(from), to == null ? null : dateTime(to));
    }

    private static Period period(@Nullable DateTimeType from, @Nullable DateTimeType to) {
        return new Period().setStartElement(from).setEndElement(to);
    }

    public static Quantity quantity(BigDecimal value, Unit unit) {
        return new Quantity()
                .setValue(plain(value))
                .setUnit(unit.shown())
                .setSystem(Systems.UCUM)
                .setCode(unit.code());
    }

    public static Quantity quantity(long value, Unit unit) {
        return quantity(BigDecimal.valueOf(value), unit);
    }

    /** As everywhere: four places, truncated. */
    public static Quantity quantity(Rational value, Unit unit) {
        return quantity(value.truncated(PLACES), unit);
    }

    public static Quantity quantity(double value, Unit unit) {
        return quantity(BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.DOWN), unit);
    }

    /** Without trailing zeros and without an exponent. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }

    /** A word of one of Dorsal's closed sets. */
    public static CodeableConcept word(String set, Word word) {
        return concept(Systems.WORD + set, word.word());
    }

    /** A word that a clinic sent, where a closed set is not enforced; null for what is no single word. */
    public static @Nullable CodeableConcept word(String set, @Nullable String word) {
        return word != null && WORD.matcher(word).matches() ? concept(Systems.WORD + set, word) : null;
    }

    public static Identifier identifier(String system, String value) {
        return new Identifier().setSystem(system).setValue(value);
    }

    /** A reference to what stands in no Bundle. */
    public static Reference named(String system, String value) {
        return new Reference().setIdentifier(identifier(system, value));
    }
}
