package org.hotrealm.itests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInRoomsIT {

    @Test
    void lobbyQueueAndRelayAreThereOnceTheyAreConfigured(@TempDir Path temporary) throws Exception {
        Path config = config(temporary.resolve("config"));
        try (RunningServer server = ServerWithPlugin.start(temporary, Map.of("HOTREALM_CONFIG", config.toString()))) {
            server.awaitUp(Duration.ofSeconds(60));

            String said = NodeScript.run(server, "builtin.mjs");

            assertThat(said.lines()).contains("relay: fine", "lobby: fine", "queue: fine");
        }
    }

    /** The delivered configuration, with a file for each of the rooms. */
    private static Path config(Path folder) throws IOException {
        Path delivered = Distribution.folder().resolve("config");
        try (Stream<Path> files = Files.walk(delivered)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, folder.resolve(delivered.relativize(file).toString()));
            }
        }
        Map<String, String> rooms = Map.of(
                "Relay", "{}",
                "Lobby", "{\"refresh.millis\": 60000}",
                "Queue", "{\"match.room\": \"my\", \"players\": 2, \"cycle.millis\": 200}");
        for (String room : List.copyOf(rooms.keySet())) {
            Files.writeString(folder.resolve("org.hotrealm.room.basic." + room + "~story.json"), rooms.get(room));
        }
        return folder;
    }
}
