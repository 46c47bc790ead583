package org.hotrealm.itests.swapkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.RunningServer;
import org.hotrealm.itests.reissue.Reissue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two bundles of a feature of which there is a next version: one swap, asked for in the shell. */
final class TwoOfAFeature implements Subject {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final String feature;
    private final List<String> bundles;
    private final Path delivered;
    private final Path next;
    private final JsonMapper json = JsonMapper.builder().build();

    TwoOfAFeature(String feature, String one, String other, Path folder) throws IOException {
        this.feature = feature;
        bundles = List.of(one, other);
        delivered = Distribution.folder().resolve("features/%s.feature.json".formatted(feature));
        String text = Files.readString(delivered);
        for (String name : List.of("org.hotrealm.feature." + feature, one, other)) {
            text = text.replace(":%s:%s\"".formatted(name, SwapKillIT.OLD), ":%s:%s\"".formatted(name, SwapKillIT.NEW));
        }
        next = Files.writeString(folder.resolve(delivered.getFileName()), text);
        for (String name : bundles) {
            Path jar = Distribution.folder().resolve("bundles/%s-%s.jar".formatted(name, SwapKillIT.OLD));
            Reissue.of(jar, SwapKillIT.NEW, folder);
        }
    }

    @Override
    public List<String> bundles() {
        return bundles;
    }

    @Override
    public Asked ask(Operator operator, String version) {
        boolean back = version.equals(SwapKillIT.OLD);
        String file = (back ? delivered : next).toString();
        CompletableFuture<String> answer =
                operator.begin("realm:feature", back ? "downgrade" : "upgrade", file, "--soak", "200ms");
        return (step, server) -> await(step, server, operator, answer);
    }

    private void await(String step, RunningServer server, Operator operator, CompletableFuture<String> answer)
            throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String now = "";
        while (!now.equals(step)) {
            assertThat(System.nanoTime())
                    .as("the swap is not at '%s' but at '%s':\n%s", step, now, server.output())
                    .isLessThan(deadline);
            assertThat(answer).as("the swap ended before '%s'", step).isNotDone();
            LockSupport.parkNanos(20_000_000);
            String current = operator.get("/swaps/current");
            now = current.isEmpty() ? "" : json.readTree(current).path("step").asString();
        }
    }

    @Override
    public void check(Operator operator, String version) throws Exception {
        for (JsonNode each : json.readTree(operator.command("realm:features", "--json"))) {
            if (each.path("feature").asString().equals(feature)
                    && each.path("state").asString().equals("installed")) {
                assertThat(each.path("version").asString()).isEqualTo(version);
                assertThat(each.path("differing")).isEmpty();
            }
        }
    }
}
