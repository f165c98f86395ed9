// SPDX-License-Identifier: MIT
// Validate.java - veraPDF's judgement by PDF/UA-1 and PDF/A-3a, one line for each failed check.
// Usage: Validate.java FILE...; exit 1 if any check failed.
import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

public class Validate {
    private static final PDFAFlavour[] FLAVOURS = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A};

    private static int failures(File file, PDFAFlavour flavour) throws Exception {
        ValidationResult result;
        try (InputStream stream = new FileInputStream(file);
             PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
             PDFAValidator validator =
                 Foundries.defaultInstance().createValidator(flavour, false)) {
            result = validator.validate(parser);
        }
        for (TestAssertion check : result.getTestAssertions()) {
            System.out.printf("%s: %s clause %s test %d: %s at %s%n", file, flavour,
                              check.getRuleId().getClause(), check.getRuleId().getTestNumber(),
                              check.getMessage(), check.getLocation().getContext());
        }
        if (result.getTotalAssertions() == 0) {
            System.out.printf("%s: %s: nothing was checked%n", file, flavour);
            return 1;
        }
        return result.isCompliant() ? 0 : Math.max(1, result.getTestAssertions().size());
    }

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        int count = 0;
        for (String name : arguments) {
            for (PDFAFlavour flavour : FLAVOURS) {
                count += failures(new File(name), flavour);
            }
        }
        System.out.printf("%d documents, %d failed checks%n", arguments.length, count);
        System.exit(count == 0 && arguments.length > 0 ? 0 : 1);
    }
}
