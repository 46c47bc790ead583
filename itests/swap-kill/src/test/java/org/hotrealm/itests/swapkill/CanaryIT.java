package org.hotrealm.itests.swapkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.reissue.Reissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two versions of a behaviour side by side, and who has which, outlive whatever happens to the rooms meanwhile. */
class CanaryIT {

    private static final String LOOT = "org.hotrealm.loot.tables";
    private static final String OLD = "1.0.0";
    private static final String NEW = "1.0.1";
    /** Half of all rooms by their ids: so many in a row are never all of a kind. */
    private static final int MOST_ROOMS = 25;
    /** A seat waits so many seconds for its client, and its room with it; many rooms may do so. */
    private static final Map<String, String> PATIENT =
            Map.of("COLYSEUS_SEAT_RESERVATION_TIME", "600", "HOTREALM_ROOM_ENGINE_ADDRESS_ROOMS_PENDING", "200");

    @TempDir
    Path folder;

    @Test
    void roomsKeepTheirVersionWhenTheirOwnersAreReplacedAndNewOnesGetItInTheSameShareAlsoAfterARestart()
            throws Exception {
        Path data = folder.resolve("data");
        Path loot = reissued(LOOT);
        try (Node node = new Node(data, PATIENT)) {
            node.room();
            node.room();
            JsonNode held = node.swap(loot, "\"canary\":\"50%\"", "\"hold\":true", "\"soak\":\"0s\"");
            assertThat(held.path("verdict").asString()).as(held.toString()).isEqualTo("PARTIAL");
            bothVersionsAreGivenToNewRooms(node);

            ownerIsReplaced(node, "org.hotrealm.room.engine");
            bothVersionsAreGivenToNewRooms(node);
            ownerIsReplaced(node, "org.hotrealm.realm.world");

            assertThat(node.versions(LOOT)).containsExactlyInAnyOrder(OLD, NEW);
            assertThat(node.server().terminate(Duration.ofMinutes(1))).isZero();
        }
        try (Node node = new Node(data, PATIENT)) {
            assertThat(node.versions(LOOT)).containsExactlyInAnyOrder(OLD, NEW);
            bothVersionsAreGivenToNewRooms(node);

            JsonNode all = node.swap(loot);

            assertThat(all.path("verdict").asString()).as(all.toString()).isEqualTo("DONE");
            assertThat(node.versions(LOOT)).containsExactly(NEW);
            assertThat(node.pins("loot").values()).containsOnly(NEW);
        }
    }

    private static void bothVersionsAreGivenToNewRooms(Node node) throws Exception {
        Map<String, String> before = node.pins("loot");
        for (int made = 0; made < MOST_ROOMS; made++) {
            node.room();
            Map<String, String> fresh = node.pins("loot");
            fresh.keySet().removeAll(before.keySet());
            if (fresh.containsValue(OLD) && fresh.containsValue(NEW)) {
                return;
            }
        }
        throw new AssertionError(
                "all of %d new rooms have the same version: %s".formatted(MOST_ROOMS, node.pins("loot")));
    }

    private void ownerIsReplaced(Node node, String owner) throws Exception {
        Map<String, String> before = node.pins("loot");
        assertThat(before).containsValues(OLD, NEW);

        JsonNode record = node.swap(reissued(owner), "\"soak\":\"0s\"");

        assertThat(record.path("verdict").asString()).as(record.toString()).isEqualTo("DONE");
        assertThat(node.pins("loot")).isEqualTo(before);
    }

    private Path reissued(String bundle) throws Exception {
        return Reissue.of(Distribution.folder().resolve("bundles/%s-%s.jar".formatted(bundle, OLD)), NEW, folder);
    }
}
