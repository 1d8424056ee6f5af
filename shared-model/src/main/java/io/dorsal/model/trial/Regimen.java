package io.dorsal.model.trial;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One prescribed drug. {@code rxcui} from RxNorm, {@code unit} in UCUM. */
public record Regimen(
        String rxcui,
        BigDecimal quantity,
        String unit,
        BigDecimal timesPerDay,
        boolean asNeeded,
        LocalDate from,
        @Nullable LocalDate to) {}
