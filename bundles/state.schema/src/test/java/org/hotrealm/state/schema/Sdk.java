package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running decoder of a published client SDK, which reads what our encoder wrote. One thread. */
final class Sdk implements AutoCloseable {
    static final String V18 = "@colyseus/schema";
    static final String V17 = "schema-17";
    static final String V16 = "schema-16";

    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path HOME = Path.of("target/sdk");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "check-bytes.mjs");
    private static final String REMEDY =
            "; without it nothing proves that clients understand the bytes. -Dunit.skip leaves" + " all unit tests out";
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Process process;
    private final Writer jobs;
    private final BufferedReader results;

    private Sdk(Process process) {
        this.process = process;
        this.jobs = process.outputWriter(StandardCharsets.UTF_8);
        this.results = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Starts the decoder of the package, after installing it from the lock file when it is not there yet. */
    static Sdk start(String schemaPackage) throws IOException, InterruptedException {
        install();
        Process process = new ProcessBuilder("node", "check-bytes.mjs", schemaPackage)
                .directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Sdk(process);
    }

    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        require("Node 20 or newer has to be on the path" + REMEDY, "node", "--version");
        if (!Files.isDirectory(HOME.resolve("node_modules").resolve(V17))) {
            require(
                    "npm has to install the SDKs' decoders (src/test/node/package-lock.json), here or from its cache"
                            + REMEDY,
                    "npm",
                    "ci",
                    "--ignore-scripts",
                    "--prefer-offline",
                    "--no-audit",
                    "--no-fund");
        }
    }

    private static void require(String what, String... command) throws InterruptedException {
        try {
            Path output = Files.createTempFile(HOME, "output", ".txt");
            Process process = new ProcessBuilder(command)
                    .directory(HOME.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            boolean ended = process.waitFor(300, TimeUnit.SECONDS);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                fail(what + ". It said: " + Files.readString(output));
            }
            Files.delete(output);
        } catch (IOException notThere) {
            fail(what + ". " + notThere.getMessage());
        }
    }

    /** Lets the decoder read what every client of the audience was sent; each has to end up with what it should see. */
    void check(Audience audience, StateType root, Dialect dialect) {
        List<Map<String, Object>> clients = new ArrayList<>();
        for (int i = 0; i < audience.clients.size(); i++) {
            Audience.Client client = audience.clients.get(i);
            List<Map<String, Object>> frames = new ArrayList<>();
            for (Audience.Frame frame : client.frames) {
                frames.add(Map.of(
                        "hex", frame.hex(), "resync", frame.resync(), "expect", JavaScript.of(root, frame.expect())));
            }
            String handshake = HexFormat.of().formatHex(audience.handshake());
            clients.add(Map.of("name", "client " + i, "handshake", handshake, "frames", frames));
        }
        JsonNode result = ask(Map.of("countReferences", dialect == Dialect.V18, "clients", clients));
        List<String> failures = new ArrayList<>();
        result.get("failures").values().forEach(failure -> failures.add(failure.asString()));
        assertThat(failures).as("what the SDK's decoder makes of it").isEmpty();
        assertThat(result.get("frames").asInt()).isPositive();
    }

    private JsonNode ask(Object job) {
        try {
            jobs.write(MAPPER.writeValueAsString(job));
            jobs.write('\n');
            jobs.flush();
            String answer = CompletableFuture.supplyAsync(this::line).get(120, TimeUnit.SECONDS);
            assertThat(answer).as("the answer of the SDK's decoder").isNotNull();
            return MAPPER.readTree(answer);
        } catch (IOException | InterruptedException | ExecutionException | TimeoutException broken) {
            close();
            throw new AssertionError("The SDK's decoder does not answer", broken);
        }
    }

    private String line() {
        try {
            return results.readLine();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
