import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Checks PDF files against PDF/UA-1 (ISO 14289-1) with veraPDF's own rules and validator.
 *
 * Reads the paths from its input, a line each, and answers each at once with a line: PASS or FAIL,
 * the path, and the failed rules as "clause-test", parted by tabs.
 *
 * The profile is read here with DOM because the jar at hand leaves out JAXB, which veraPDF's own
 * reader needs.
 */
public final class UaCheck {
    private static final String PROFILE = "org/verapdf/pdfa/validation/PDFUA-1.xml";
    private static final int MINIMUM_RULES = 100;

    private UaCheck() {
    }

    public static void main(String[] none) throws Exception {
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        ValidationProfile profile = readProfile();
        for (String path = asked.readLine(); path != null; path = asked.readLine()) {
            Set<String> failed = failedRules(profile, Path.of(path));
            String verdict = failed.isEmpty() ? "PASS" : "FAIL";
            out.println(verdict + "\t" + path + "\t" + String.join(" ", failed));
        }
    }

    private static Set<String> failedRules(ValidationProfile profile, Path path) {
        Set<String> failed = new TreeSet<>();
        try (InputStream stream = Files.newInputStream(path);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            for (RuleId id : result.getFailedChecks().keySet()) {
                failed.add(id.getClause() + "-" + id.getTestNumber());
            }
            if (!result.isCompliant() && failed.isEmpty()) {
                failed.add("unfinished");
            }
        } catch (Exception error) {
            failed.add("unreadable:" + error.getClass().getSimpleName());
        }
        return failed;
    }

    private static ValidationProfile readProfile() throws Exception {
        Document document;
        try (InputStream stream = UaCheck.class.getClassLoader().getResourceAsStream(PROFILE)) {
            if (stream == null) {
                throw new IllegalStateException("The jar holds no " + PROFILE);
            }
            document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : elements(document.getDocumentElement(), "rules", "rule")) {
            rules.add(readRule(rule));
        }
        if (rules.size() < MINIMUM_RULES) {
            throw new IllegalStateException("Only " + rules.size() + " rules found in " + PROFILE);
        }
        Set<Variable> variables = new HashSet<>();
        for (Element variable : elements(document.getDocumentElement(), "variables", "variable")) {
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"),
                    variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
        }
        return Profiles.profileFromValues(PDFAFlavour.PDFUA_1,
                Profiles.profileDetailsFromValues("PDF/UA-1", "ISO 14289-1:2014", "veraPDF", new Date(0)),
                "", rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = child(rule, "id");
        Element error = child(rule, "error");
        List<ErrorArgument> arguments = new ArrayList<>();
        for (Element argument : elements(error, "arguments", "argument")) {
            String name = argument.hasAttribute("name") ? argument.getAttribute("name") : null;
            arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), name, null));
        }
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        return Profiles.ruleFromValues(ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(error, "message"), arguments), new ArrayList<>());
    }

    private static List<Element> elements(Element parent, String wrapper, String name) {
        List<Element> found = new ArrayList<>();
        Element inside = child(parent, wrapper);
        if (inside != null) {
            for (Node node = inside.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element && name.equals(node.getNodeName())) {
                    found.add((Element) node);
                }
            }
        }
        return found;
    }

    private static Element child(Element parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && name.equals(node.getNodeName())) {
                return (Element) node;
            }
        }
        return null;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent().trim();
    }
}
