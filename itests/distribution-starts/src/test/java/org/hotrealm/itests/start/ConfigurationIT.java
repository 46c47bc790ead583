package org.hotrealm.itests.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hotrealm.itests.harness.Distribution;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The tables of docs/CONFIGURATION.md and the code say the same. */
class ConfigurationIT {

    private static final Path ROOT = Distribution.folder().resolve("../../..").normalize();
    private static final Path GUIDE = ROOT.resolve("docs/CONFIGURATION.md");

    /** Variables that sources ask for by name, and those of the scripts. */
    private static final Pattern ASKED = Pattern.compile(
            "(?:getenv|getProperty|environment\\.apply|getOrDefault|String \\w+ =|new Short)\\(?\\s*\"(PORT|[A-Z]+(?:_[A-Z]+)+)\"");

    private static final Pattern LAUNCHER_KEY = Pattern.compile("(?:lookUp|seconds)\\(\"([a-z.]+)\"");

    @Test
    void everySettingOfEveryComponentIsInTheGuideAsItIsInTheCode() throws Exception {
        Map<String, List<String>> expected = new TreeMap<>();
        for (Path jar : jars()) {
            read(jar, expected);
        }

        Map<String, List<String>> written = tables();

        assertThat(written.keySet()).isEqualTo(expected.keySet());
        expected.forEach((pid, rows) -> assertThat(written.get(pid)).as(pid).isEqualTo(rows));
    }

    @Test
    void everyVariableThatIsAskedForIsInTheGuideAndNoOther() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (Path source : sources("bundles", ".java")) {
            find(ASKED, source, asked);
        }
        for (Path source : sources("distribution/launcher", ".java")) {
            find(ASKED, source, asked);
            Set<String> keys = new TreeSet<>();
            find(LAUNCHER_KEY, source, keys);
            keys.forEach(key -> asked.add("HOTREALM_" + key.replace('.', '_').toUpperCase(java.util.Locale.ROOT)));
        }
        for (Path script : sources("distribution/src/bin", "")) {
            find(Pattern.compile("\\$\\{?(HOTREALM_[A-Z_]+)"), script, asked);
        }

        Set<String> written = new TreeSet<>();
        rows("## Environment variables")
                .forEach(row -> Pattern.compile("`([A-Z_]+)`")
                        .matcher(cell(row, 1))
                        .results()
                        .forEach(name -> written.add(name.group(1))));

        assertThat(written).isEqualTo(asked);
    }

    @Test
    void everyKeyOfTheLaunchersFileIsInTheGuide() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path source : sources("distribution/launcher", "Settings.java")) {
            find(LAUNCHER_KEY, source, keys);
        }
        // Where the file lies cannot be said in it.
        keys.remove("config");

        Set<String> written = new TreeSet<>();
        rows("## `config/hotrealm.properties`")
                .forEach(row -> Pattern.compile("`([a-z.]+)`")
                        .matcher(cell(row, 1))
                        .results()
                        .forEach(key -> written.add(key.group(1))));

        assertThat(keys).isNotEmpty();
        assertThat(written).isEqualTo(keys);
    }

    /** Rows of the settings that a bundle describes, by PID. */
    private static void read(Path jar, Map<String, List<String>> expected)
            throws IOException, ParserConfigurationException, SAXException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream()
                    .filter(each -> each.getName().matches("OSGI-INF/metatype/[^/]+\\.xml"))
                    .toList()) {
                try (InputStream xml = file.getInputStream(entry)) {
                    Document document = DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(xml);
                    for (Element designate : elements(document.getDocumentElement(), "Designate")) {
                        String factory = designate.getAttribute("factoryPid");
                        expected.put(
                                factory.isEmpty() ? designate.getAttribute("pid") : factory,
                                elements(document.getDocumentElement(), "AD").stream()
                                        .map(ConfigurationIT::row)
                                        .toList());
                    }
                }
            }
        }
    }

    private static String row(Element setting) {
        return "| `%s` | `%s` | %s | %s |"
                .formatted(
                        setting.getAttribute("id"),
                        value(setting),
                        allowed(setting),
                        setting.getAttribute("description").replaceFirst("\\.$", ""));
    }

    private static String value(Element setting) {
        String text = setting.getAttribute("default");
        if (setting.getAttribute("cardinality").isEmpty()) {
            return value(setting.getAttribute("type"), text);
        }
        List<String> items = new ArrayList<>();
        for (String item : text.isEmpty() ? List.<String>of() : List.of(text.split(",", -1))) {
            items.add(value(setting.getAttribute("type"), item));
        }
        return items.toString();
    }

    private static String value(String type, String text) {
        return switch (type) {
            case "String", "Password" -> '"' + text + '"';
            case "Double" -> text.replaceFirst("\\.0$", "");
            default -> text;
        };
    }

    private static String allowed(Element setting) {
        String least = setting.getAttribute("min");
        String most = setting.getAttribute("max");
        if (setting.getAttribute("type").equals("Boolean")) {
            return "true, false";
        }
        return most.isEmpty() ? least.isEmpty() ? "" : "from " + least : least + " to " + most;
    }

    /** Rows of the guide by PID. */
    private static Map<String, List<String>> tables() throws IOException {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        String pid = "";
        for (String line : Files.readAllLines(GUIDE)) {
            if (line.startsWith("#")) {
                pid = line.startsWith("### `") ? line.substring(5, line.length() - 1) : "";
            }
            if (!pid.isEmpty() && line.startsWith("| `")) {
                tables.computeIfAbsent(pid, any -> new ArrayList<>()).add(line);
            }
        }
        return tables;
    }

    /** Rows of the tables below a heading. */
    private static List<String> rows(String heading) throws IOException {
        return Files.readAllLines(GUIDE).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    private static String cell(String row, int number) {
        return row.split("\\|", -1)[number];
    }

    private static void find(Pattern pattern, Path source, Collection<String> found) throws IOException {
        pattern.matcher(Files.readString(source))
                .results()
                .map((MatchResult each) -> each.group(1))
                .forEach(found::add);
    }

    private static List<Path> sources(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("/src/test/")
                            && !file.toString().contains("/target/"))
                    .toList();
        }
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> jars = Files.list(Distribution.folder().resolve("bundles"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("org.hotrealm."))
                    .sorted()
                    .toList();
        }
    }

    private static List<Element> elements(Element root, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = root.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
