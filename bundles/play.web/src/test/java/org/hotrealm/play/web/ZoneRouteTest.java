package org.hotrealm.play.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.net.api.HttpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ZoneRouteTest {

    private final Zones zones = new Zones();
    private final ZoneRoute route = new ZoneRoute(zones);

    @Test
    void zoneIsItsFile() {
        HttpReply reply = Calls.get(route, "/zones/meadow.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).isEqualTo("application/json; charset=utf-8");
        assertThat(reply.body()).asString(UTF_8).isEqualTo("{\"width\":1}");
    }

    @Test
    void editedZoneIsServedAndHasAnotherTag() {
        String tag = Objects.requireNonNull(
                Calls.get(route, "/zones/meadow.json").headers().get("ETag"));
        zones.meadow = "{\"width\":2}".getBytes(UTF_8);

        HttpReply reply = Calls.get(route, "/zones/meadow.json", Map.of("if-none-match", tag));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).asString(UTF_8).isEqualTo("{\"width\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zones/",
                "/zones/nowhere.json",
                "/zones/meadow",
                "/zones/..%2fmonsters.json",
                "/zones/../monsters.json",
                "/zones/meadow.json/more",
                "/zones/a%00b.json"
            })
    void anythingElseIsRefusedInJson(String target) {
        HttpReply reply = Calls.get(route, target);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.type()).startsWith("application/json");
        assertThat(zones.asked).isIn("", "nowhere");
    }

    @Test
    void writingIsRefused() {
        assertThat(Calls.call(route, "DELETE", "/zones/meadow.json", Map.of()).status())
                .isEqualTo(405);
    }

    private static final class Zones implements Content {

        private byte[] meadow = "{\"width\":1}".getBytes(UTF_8);
        private String asked = "";

        @Override
        public ContentSet current() {
            throw new UnsupportedOperationException("zones are served from their files alone");
        }

        @Override
        public List<ContentProblem> problems() {
            return List.of();
        }

        @Override
        public List<ContentProblem> check(java.nio.file.Path folder) {
            return List.of();
        }

        @Override
        public byte[] zoneFile(String zone) {
            asked = zone;
            return zone.equals("meadow") ? meadow : new byte[0];
        }
    }
}
