package org.hotrealm.itests.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Turns the reports of tests that ran elsewhere into tests of this run, with the same names and results. */
final class JUnitReports {

    private JUnitReports() {}

    /** One dynamic test for each reported one; fails when nothing was reported. */
    static Stream<DynamicTest> replay(Path folder, String output) throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    tests.addAll(read(file));
                }
            }
        }
        if (tests.isEmpty()) {
            throw new AssertionError("The server ended and reported no test. It printed:\n" + output);
        }
        return tests.stream();
    }

    private static List<DynamicTest> read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList cases = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
            List<DynamicTest> tests = new ArrayList<>();
            for (int i = 0; i < cases.getLength(); i++) {
                tests.add(test((Element) cases.item(i)));
            }
            return tests;
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IOException("Cannot read the report " + file, broken);
        }
    }

    private static DynamicTest test(Element testCase) {
        String classname = testCase.getAttribute("classname");
        String name = classname.substring(classname.lastIndexOf('.') + 1) + "." + testCase.getAttribute("name");
        Element failure = first(testCase, "failure");
        Element problem = failure != null ? failure : first(testCase, "error");
        boolean skipped = first(testCase, "skipped") != null;
        return DynamicTest.dynamicTest(name, () -> {
            Assumptions.assumeFalse(skipped, "skipped in the framework");
            if (problem != null) {
                throw new AssertionError(problem.getAttribute("message") + "\n" + problem.getTextContent());
            }
        });
    }

    private static @Nullable Element first(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        return found.getLength() == 0 ? null : (Element) found.item(0);
    }
}
