package io.dorsal.coverage;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF has against a file. */
final class PdfCheck {
    private PdfCheck() {}

    /** Rule and place of each breach of PDF/A-3a and of PDF/UA-1. */
    static List<String> breaches(byte[] pdf) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        List<String> breaches = new java.util.ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                result.getTestAssertions().stream()
                        .filter(test -> test.getStatus() != TestAssertion.Status.PASSED)
                        .map(test -> "%s %s %s".formatted(flavour, test.getRuleId(), test.getMessage()))
                        .forEach(breaches::add);
            }
        }
        return breaches;
    }
}
