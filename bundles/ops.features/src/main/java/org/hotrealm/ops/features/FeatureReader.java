package org.hotrealm.ops.features;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.hotrealm.ops.features.Feature.Part;
import org.osgi.framework.Constants;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads files in the OSGi feature format. A bundle's jar is looked for beside the file, in the folder {@code bundles} beside the
 * file's folder, and with the bundles that the server came with.
 */
final class FeatureReader {

    private static final int START_LEVEL = 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final TypeReference<Map<String, Map<String, Object>>> CONFIGURATIONS = new TypeReference<>() {};

    private final Path delivered;

    /** @param delivered the folder of the bundles that the server came with */
    FeatureReader(Path delivered) {
        this.delivered = delivered;
    }

    /** Reads a feature with what its jars say of themselves. */
    Feature read(Path file) throws Refusal {
        JsonNode root = parse(file);
        String[] id = root.path("id").asString("").split(":", -1);
        if (id.length < 3) {
            throw new Refusal("%s is no feature: its \"id\" has to be group:artifact:version".formatted(file));
        }
        Set<Path> folders = new LinkedHashSet<>(List.of(
                file.toAbsolutePath().normalize().getParent(),
                file.toAbsolutePath().resolveSibling("../bundles").normalize(),
                delivered));
        List<Part> parts = new ArrayList<>();
        for (JsonNode bundle : root.path("bundles")) {
            String of =
                    bundle.isString() ? bundle.asString() : bundle.path("id").asString("");
            parts.add(part(file, of, bundle.path("start-order").asInt(START_LEVEL), folders));
        }
        if (parts.isEmpty()) {
            throw new Refusal("%s is no feature: it names no \"bundles\"".formatted(file));
        }
        return new Feature(
                name(id[1]), id[id.length - 1], root.path("name").asString(""), parts, configurations(file, root));
    }

    private static Map<String, Map<String, Object>> configurations(Path file, JsonNode root) throws Refusal {
        JsonNode configurations = root.path("configurations");
        try {
            return configurations.isMissingNode() ? Map.of() : JSON.treeToValue(configurations, CONFIGURATIONS);
        } catch (JacksonException e) {
            throw new Refusal("%s: its \"configurations\" have to be {\"pid\": {\"key\": value}}".formatted(file));
        }
    }

    private static JsonNode parse(Path file) throws Refusal {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new Refusal("there is no feature file %s that can be read".formatted(file.toAbsolutePath()));
        } catch (JacksonException e) {
            throw new Refusal(
                    "%s line %d is not JSON: %s".formatted(file, e.getLocation().getLineNr(), e.getOriginalMessage()));
        }
    }

    /** {@code org.hotrealm.feature.metrics} is called {@code metrics}. */
    private static String name(String artifact) {
        int at = artifact.indexOf(".feature.");
        return at < 0 ? artifact : artifact.substring(at + ".feature.".length());
    }

    private static Part part(Path file, String id, int level, Set<Path> folders) throws Refusal {
        String[] of = id.split(":", -1);
        if (of.length < 3 || of.length > 5) {
            throw new Refusal("%s names the bundle '%s', which is not group:artifact[:type[:classifier]]:version"
                    .formatted(file, id));
        }
        String name = of[1] + "-" + of[of.length - 1] + (of.length == 5 ? "-" + of[3] : "") + ".jar";
        for (Path folder : folders) {
            Path jar = folder.resolve(name);
            if (Files.isRegularFile(jar)) {
                return part(jar, level);
            }
        }
        throw new Refusal("%s names %s, which is not in %s".formatted(file, name, folders));
    }

    private static Part part(Path jar, int level) throws Refusal {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
            String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
            String version = headers.getValue(Constants.BUNDLE_VERSION);
            if (name == null) {
                throw new Refusal("%s is no OSGi bundle: its manifest has no Bundle-SymbolicName".formatted(jar));
            }
            return new Part(
                    name.split(";", 2)[0].strip(),
                    org.osgi.framework.Version.parseVersion(version).toString(),
                    level,
                    jar.toString());
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal("%s is no whole bundle: %s".formatted(jar, e.getMessage()));
        }
    }
}
