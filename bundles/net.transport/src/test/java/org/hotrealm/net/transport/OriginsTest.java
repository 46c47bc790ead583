package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {

    @ParameterizedTest
    @CsvSource({
        "https://play.example, https://play.example, true",
        "https://play.example, HTTPS://Play.Example, true",
        "https://play.example, https://play.example:443, true",
        "https://play.example:443, https://play.example, true",
        "https://play.example, https://play.example:8443, false",
        "https://play.example, http://play.example, false",
        "https://play.example, https://play.example.evil.example, false",
        "https://play.example, https://evil-play.example, false",
        "https://*.play.example, https://eu.play.example, true",
        "https://*.play.example, https://a.b.play.example, true",
        "https://*.play.example, https://play.example, false",
        "https://*.play.example, https://.play.example, false",
        "https://*.play.example, https://evilplay.example, false",
        "https://*.play.example, https://x@y.play.example, false",
        "http://localhost:*, http://localhost:5173, true",
        "http://localhost:*, http://localhost, true",
        "http://localhost:*, http://localhost.evil.example, false",
        "http://[::1]:*, http://[::1]:3000, true",
        "https://*, https://anything.example, true",
        "https://*, https://anything.example:99, false",
        "null, null, true",
        "https://play.example, null, false",
        "*, https://evil.example, true",
        "*, null, true",
        "https://play.example, https://*, false",
        "capacitor://localhost, capacitor://localhost, true"
    })
    void listsOfOriginsMeanWhatTheySay(String list, String origin, boolean allowed) {
        assertThat(Origins.parse("origins", list).contains(origin)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"play.example", "https://play.example/", "https://a*.example", "https://", "https://x:port"})
    void whatIsNoOriginIsRefusedByItsKeyAndText(String text) {
        assertThatThrownBy(() -> Origins.parse("origins", text))
                .hasMessageContaining("origins")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void byDefaultPagesOfThisMachineAndOfTheServerMayConnectAndOthersMayNot() {
        Origins list = Configured.with().access().sockets();
        assertThat(Cors.allowed(list, null, "game.example")).isTrue();
        assertThat(Cors.allowed(list, "http://localhost:5173", "127.0.0.1:2567"))
                .isTrue();
        assertThat(Cors.allowed(list, "https://game.example", "game.example")).isTrue();
        assertThat(Cors.allowed(list, "https://evil.example", "game.example")).isFalse();
        assertThat(Cors.allowed(list, "null", "game.example")).isFalse();
    }

    @Test
    void cookiesOfPagesElsewhereReachNoRouteAndTokensDo() {
        Headers route = new Headers();
        try (Rig rig = new Rig()) {
            rig.routes.add(route, 0);
            for (String origin : List.of("https://evil.example", "http://localhost:5173")) {
                rig.send(rig.request("/").header("Origin", origin).header("Cookie", "a=b"));
                rig.send(rig.request("/").header("Origin", origin).header("Authorization", "Basic eDp5"));
                rig.send(rig.request("/").header("Origin", origin).header("Authorization", "Bearer token"));
            }
        }
        assertThat(route.seen)
                .containsExactly(
                        "null null",
                        "null null",
                        "null Bearer token",
                        "a=b null",
                        "null Basic eDp5",
                        "null Bearer token");
    }

    private static final class Headers implements HttpRoute {
        private final List<String> seen = new ArrayList<>();

        @Override
        public String prefix() {
            return "/";
        }

        @Override
        public CompletionStage<HttpReply> handle(HttpCall call) {
            seen.add(call.header("cookie") + " " + call.header("authorization"));
            return CompletableFuture.completedFuture(HttpReply.empty(204));
        }
    }
}
