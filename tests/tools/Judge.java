import java.io.File;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints what veraPDF holds against files: java -cp JARS Judge.java [FLAVOUR FILE]... */
public class Judge {
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.SEVERE);
        VeraGreenfieldFoundryProvider.initialise();
        for (int i = 0; i < arguments.length; i += 2) {
            PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[i]);
            File file = new File(arguments[i + 1]);
            try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                    PDFAValidator judge = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = judge.validate(parser);
                TreeSet<String> faults = new TreeSet<>();
                for (TestAssertion one : result.getTestAssertions()) {
                    if (one.getStatus() == TestAssertion.Status.FAILED) {
                        String clause = one.getRuleId().getClause() + "-" + one.getRuleId().getTestNumber();
                        faults.add(clause + " " + one.getMessage().replaceAll("\\s+", " "));
                    }
                }
                System.out.println("== " + result.isCompliant());
                faults.forEach(System.out::println);
            }
        }
    }
}
