import java.io.File;
import java.util.TreeSet;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints what veraPDF holds against a file: java -cp JARS Check.java FILE FLAVOUR... */
public class Check {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 1; i < arguments.length; i++) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[i]);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(arguments[0]), flavour);
                    PDFAValidator judge = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = judge.validate(parser);
                TreeSet<String> faults = new TreeSet<>();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        faults.add(one.getRuleId().getClause() + " " + one.getMessage());
                    }
                }
                System.out.println(arguments[i] + " " + result.isCompliant() + " " + faults);
            }
        }
    }
}
