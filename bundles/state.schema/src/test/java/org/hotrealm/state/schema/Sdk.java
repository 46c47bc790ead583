package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Lets the decoders of the published client SDKs read what our encoder wrote. */
final class Sdk {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path HOME = Path.of("target/sdk");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "check-bytes.mjs");
    private static final JsonMapper MAPPER = new JsonMapper();

    private Sdk() {}

    /** Installs the decoders once; without Node or a package registry the test is skipped, saying so. */
    static void require() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assumeTrue(answers("node", "--version"), "Node is needed to run the SDK's decoder");
        if (!Files.isDirectory(HOME.resolve("node_modules/schema-17"))) {
            Result install =
                    run(List.of("npm", "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"));
            assumeTrue(install.code() == 0, "The SDK decoders cannot be installed: " + install.output());
        }
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            return run(List.of(command)).code() == 0;
        } catch (UncheckedIOException notThere) {
            return false;
        }
    }

    private record Result(int code, String output) {}

    private static Result run(List<String> command) throws InterruptedException {
        try {
            Path output = Files.createTempFile(HOME, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(300, TimeUnit.SECONDS);
            String text = Files.readString(output);
            Files.delete(output);
            if (!ended) {
                process.destroyForcibly();
                return new Result(-1, "no answer after 300 s: " + text);
            }
            return new Result(process.exitValue(), text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Writes what one client was sent, and what it has to see. */
    static Path write(
            String name, byte[] handshake, StateType root, List<Audience.Frame> frames, boolean countReferences)
            throws IOException {
        List<Map<String, Object>> written = new ArrayList<>();
        for (Audience.Frame frame : frames) {
            written.add(
                    Map.of("hex", frame.hex(), "resync", frame.resync(), "expect", javaScript(root, frame.expect())));
        }
        Path file = HOME.resolve(name + ".json");
        MAPPER.writeValue(
                file.toFile(),
                Map.of(
                        "handshake",
                        HexFormat.of().formatHex(handshake),
                        "countReferences",
                        countReferences,
                        "frames",
                        written));
        return file.getFileName();
    }

    static void check(String schemaPackage, List<Path> files) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", "check-bytes.mjs", schemaPackage));
        files.forEach(file -> command.add(file.toString()));
        Result result = run(command);
        assertThat(result.code()).as(result.output()).isZero();
        assertThat(result.output()).contains(", 0 failures");
    }

    private static Object javaScript(StateType type, Map<?, ?> object) {
        Map<Object, Object> copy = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            FieldSpec field = type.find((String) name);
            copy.put(name, field == null ? number(value) : javaScript(field, value));
        });
        return copy;
    }

    private static Object javaScript(FieldSpec field, Object value) {
        if (value instanceof Map<?, ?> map && field.kind == Kind.REF) {
            return javaScript(field.target, map);
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, entry) -> copy.put(key, entry(field, entry)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(entry -> entry(field, entry)).toList();
        }
        return field.kind == Kind.BIGINT64 ? value + "n" : number(value);
    }

    private static Object entry(FieldSpec field, Object entry) {
        return entry instanceof Map<?, ?> object ? javaScript(field.target, object) : number(entry);
    }

    private static Object number(Object value) {
        return value instanceof Float single ? (Object) single.doubleValue() : value;
    }
}
