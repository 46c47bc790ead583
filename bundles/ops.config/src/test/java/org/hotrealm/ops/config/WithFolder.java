package org.hotrealm.ops.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotrealm.ops.config.Examples.FakeOutcome;
import org.hotrealm.ops.config.Examples.FakeTarget;
import org.junit.jupiter.api.io.TempDir;

/** A folder of settings files with its components, as a server has it. */
abstract class WithFolder {

    static final String FILE = Examples.PID + ".json";

    @TempDir
    Path folder;

    @TempDir
    Path features;

    @TempDir
    Path data;

    final Map<String, String> environment = new HashMap<>();
    final Map<String, Described> components = new HashMap<>(Examples.components());
    final FakeTarget target = new FakeTarget();
    final FakeOutcome outcome = new FakeOutcome();
    int edits;

    ConfigFolder config;
    ConfigCommand command;

    void start() {
        Variables variables = Examples.variables(environment);
        Schema schema = new Schema(() -> Map.copyOf(components));
        config = new ConfigFolder(
                folder, schema, variables, delivered(), new LastGood(data.resolve("last-good")), target, outcome);
        command = new ConfigCommand(schema, new Layers(variables), config);
        config.scan();
    }

    /** The server ended, and starts again. */
    void startAgain() {
        target.given.clear();
        outcome.refusals.clear();
        start();
    }

    void lookOften() {
        for (int i = 0; i < 130; i++) {
            config.scan();
        }
    }

    List<Problem> problems() {
        return config.refusals().stream()
                .flatMap(each -> each.problems().stream())
                .toList();
    }

    String told() {
        return config.refusals().stream().flatMap(each -> each.texts().stream()).collect(Collectors.joining("\n"));
    }

    Delivered delivered() {
        return new Delivered(List.of(features.resolve("shop.feature.json")), features.resolve("in-force"));
    }

    void feature(String name, String configurations) throws IOException {
        Path file = features.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"id": "org.hotrealm:org.hotrealm.feature.shop:1.%d", "bundles": [{"id": "a:b:1", "start-order": 3}],
                 "configurations": {"%s": %s}}""".formatted(++edits, Examples.PID, configurations));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_000L + edits));
    }

    void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + ++edits * 1000L));
    }
}
