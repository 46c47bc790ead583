package org.hotrealm.itests.swapkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The server is killed by SIGKILL at each step of a swap. After its restart either the old version is in force or the new one,
 * and record and log say which, and where the server ended.
 */
class SwapKillIT {

    static final String OLD = "1.0.0";
    static final String NEW = "1.0.1";

    @TempDir
    Path folder;

    /** What has to be so after the restart. */
    private enum Left {
        REFUSED("before anything was touched"),
        ROLLED_BACK("before the swap was kept"),
        DONE("after the swap was kept");

        private final String words;

        Left(String words) {
            this.words = words;
        }
    }

    /** A step to be killed at, and what is left of the swap then. */
    private record Kill(String step, Left left) {}

    private static List<Kill> kills(Left left, String... steps) {
        return List.of(steps).stream().map(step -> new Kill(step, left)).toList();
    }

    @Test
    void behaviourIsWhollyOldOrWhollyNewWhereverTheServerIsKilled() throws Exception {
        List<Kill> kills = new ArrayList<>();
        kills.addAll(kills(Left.REFUSED, "check", "install", "resolve", "measure"));
        kills.addAll(kills(Left.ROLLED_BACK, "start", "appear", "canary", "soak", "rebind", "keep"));
        kills.addAll(kills(Left.DONE, "stop", "uninstall", "refresh", "collect"));
        killed(new OneBundle("org.hotrealm.loot.tables", folder, "\"canary\":\"50%\""), "loot", kills);
    }

    @Test
    void stateOwnerIsWhollyOldOrWhollyNewWhereverTheServerIsKilled() throws Exception {
        List<Kill> kills = new ArrayList<>();
        kills.addAll(kills(Left.ROLLED_BACK, "start", "stand by", "park", "restore", "healthy", "keep"));
        kills.addAll(kills(Left.DONE, "stop"));
        killed(new OneBundle("org.hotrealm.room.engine", folder), "room.realm", kills);
    }

    /** While the second of two is replaced the first is already. */
    @Test
    void setOfAStateOwnerAndABehaviourIsWhollyOldOrWhollyNewWhereverTheServerIsKilled() throws Exception {
        List<Kill> kills = new ArrayList<>();
        kills.addAll(kills(Left.REFUSED, "install"));
        kills.addAll(kills(Left.ROLLED_BACK, "park", "stop", "restore", "appear", "rebind", "keep"));
        kills.addAll(kills(Left.DONE, "uninstall", "refresh"));
        killed(
                new TwoOfAFeature("game", "org.hotrealm.realm.world", "org.hotrealm.loot.tables", folder),
                "loot",
                kills);
    }

    /** Each server looks what the one before it left, swaps to the version that it does not run, and is killed itself. */
    private void killed(Subject subject, String system, List<Kill> kills) throws Exception {
        String version = OLD;
        for (int i = 0; i <= kills.size(); i++) {
            String step = i < kills.size() ? kills.get(i).step() : "";
            try (Node node = new Node(folder.resolve("data"), Map.of("HOTREALM_JAVA_OPTS", pause(step)))) {
                String room = node.room();
                if (i > 0) {
                    leftIs(kills.get(i - 1), node, subject, version);
                }
                for (String bundle : subject.bundles()) {
                    assertThat(node.versions(bundle)).as(bundle).containsExactly(version);
                }
                subject.check(node.operator(), version);
                assertThat(node.pins(system)).containsEntry(room, system.equals("room.realm") ? OLD : version);
                if (i < kills.size()) {
                    boolean old = version.equals(OLD);
                    subject.ask(node.operator(), old ? NEW : OLD).await(step, node.server());
                    node.server().kill();
                    version = (kills.get(i).left() == Left.DONE) == old ? NEW : OLD;
                }
            }
        }
    }

    private static String pause(String step) {
        return step.isEmpty() ? "" : "-Dhotrealm.swap.pause=" + step.replace(' ', '-');
    }

    private static void leftIs(Kill kill, Node node, Subject subject, String version) throws Exception {
        Left left = kill.left();
        String words = "the server ended during '%s', %s".formatted(kill.step(), left.words);
        JsonNode record = node.last();

        assertThat(record.path("verdict").asString()).as(record.toString()).isEqualTo(left.name());
        assertThat(record.path("reason").asString()).startsWith(words);
        for (String bundle : kill.step().equals("check") ? List.<String>of() : subject.bundles()) {
            assertThat(record.path("reason").asString()).contains("%s %s is in force".formatted(bundle, version));
        }
        assertThat(node.server().output()).contains(words);
    }
}
