import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A step of the build: puts together the folder of bundles that the features name. Run from its source:
 * {@code java Bundles.java FEATURES AVAILABLE BUNDLES}.
 */
final class Bundles {

    private static final Pattern BUNDLE = Pattern.compile("\\{\\s*\"id\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"start-order\"");

    private Bundles() {}

    public static void main(String[] arguments) throws IOException {
        Path features = Path.of(arguments[0]);
        Path available = Path.of(arguments[1]);
        Path bundles = Files.createDirectories(Path.of(arguments[2]));
        Map<String, String> named = named(features);
        for (Map.Entry<String, String> each : named.entrySet()) {
            Path jar = available.resolve(each.getKey());
            if (!Files.isRegularFile(jar)) {
                throw new IllegalStateException(
                        "%s names %s, which Maven does not provide: add it to the dependencies in distribution/pom.xml"
                                .formatted(each.getValue(), each.getKey()));
            }
            Files.copy(jar, bundles.resolve(each.getKey()), StandardCopyOption.REPLACE_EXISTING);
        }
        for (Path jar : jars(bundles)) {
            if (!named.containsKey(jar.getFileName().toString())) {
                Files.delete(jar);
            }
        }
    }

    /** The files of all features' bundles, and which feature names each. */
    private static Map<String, String> named(Path features) throws IOException {
        Map<String, String> named = new TreeMap<>();
        try (Stream<Path> files = Files.list(features)) {
            for (Path feature : files.filter(each -> each.toString().endsWith(".feature.json")).toList()) {
                Matcher bundle = BUNDLE.matcher(Files.readString(feature));
                while (bundle.find()) {
                    named.put(file(bundle.group(1).split(":", -1)), feature.getFileName().toString());
                }
            }
        }
        return named;
    }

    private static String file(String[] id) {
        String version = id[id.length - 1];
        return id.length == 5 ? "%s-%s-%s.jar".formatted(id[1], version, id[3]) : "%s-%s.jar".formatted(id[1], version);
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(".jar")).toList();
        }
    }
}
