package org.hotrealm.ops.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.hotrealm.ops.api.LogLine;
import org.hotrealm.ops.api.Logs;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Commands that look into rooms and into the log. */
class InsideTest {

    private final Parts parts = new Parts();
    private final Inside inside = new Inside(parts);
    private final Map<String, String> levels = new TreeMap<>(Map.of("ROOT", "INFO"));
    private String kicked = "";

    private static <T> T proxy(Class<T> type, java.util.function.BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    @BeforeEach
    void server() {
        RoomInfo room = new RoomInfo("abc", "realm", 2, 50, false, 77, 50, 1, 0, 0, List.of(), List.of());
        SeatInfo seat = new SeatInfo("abc", "s1", "10.0.0.7", SeatInfo.State.CONNECTED);
        parts.rooms = proxy(Rooms.class, (method, arguments) -> switch (method) {
            case "list" -> List.of(room);
            case "seats" -> CompletableFuture.completedFuture(arguments[0].equals("abc") ? List.of(seat) : List.of());
            case "kick" -> {
                kicked = "%s %s %s %s".formatted(arguments);
                yield CompletableFuture.completedFuture(true);
            }
            default -> throw new AssertionError(method);
        });
        parts.matchmaking = proxy(Matchmaking.class, (method, arguments) -> {
            String what = String.valueOf(((Payload) arguments[2]).value());
            return what.contains("wolf")
                    ? CompletableFuture.completedFuture(
                            Payload.map("monsters", List.of(Map.of("id", 7L), Map.of("id", 9L)), "state", "CHASE"))
                    : CompletableFuture.failedFuture(
                            new RefusedException(RefusedException.APPLICATION_ERROR, "there is no monster 5"));
        });
        parts.logs = new Logs() {
            @Override
            public List<LogLine> after(long id, int most) {
                return List.of(new LogLine(1, 0, "WARN", "org.hotrealm.x", "t", "careful", Map.of("room", "abc")));
            }

            @Override
            public Map<String, String> levels() {
                return levels;
            }

            @Override
            public String level(String logger) {
                return levels.getOrDefault(logger, "INFO");
            }

            @Override
            public void level(String logger, String level) {
                if (level.equals("loud")) {
                    throw new IllegalArgumentException("'loud' is no level");
                }
                levels.put(logger, level);
            }
        };
    }

    @Test
    void clientsAreListedAndKickedByTheirSession() {
        assertThat(inside.clients(List.of()).text()).contains("abc", "s1", "10.0.0.7", "CONNECTED");
        assertThat(inside.kick(List.of("s1", "spoils", "the", "game")).text()).isEqualTo("s1 is out of room abc");
        assertThat(kicked).isEqualTo("abc s1 4000 spoils the game");
        assertThat(inside.kick(List.of("nobody")).ok()).isFalse();
        assertThatThrownBy(() -> inside.kick(List.of())).hasMessageContaining("realm:clients");
    }

    @Test
    void whatARoomExplainsIsToldForPeopleAndMachines() {
        Answer answer = inside.explain(List.of("wolf"));
        assertThat(answer.text().lines().map(String::strip).toList())
                .contains("abc:", "monsters:", "id", "7", "9", "state: CHASE");
        assertThat(answer.data()).isInstanceOf(Map.class);
        assertThat(inside.explain(List.of("5")).text()).contains("there is no monster 5");
    }

    @Test
    void theLogIsShownAndItsLevelsChange() {
        assertThat(inside.log(List.of()).text()).contains("WARN", "org.hotrealm.x", "{room=abc}", "careful");
        assertThat(inside.log(List.of("org.hotrealm", "DEBUG")).text()).contains("org.hotrealm writes from DEBUG on");
        assertThat(levels).containsEntry("org.hotrealm", "DEBUG");
        assertThatThrownBy(() -> inside.log(List.of("org.hotrealm", "loud"))).hasMessage("'loud' is no level");
    }

    @Test
    void theLastWordIsCompletedFromWhatThereIs() {
        Bundle engine = proxy(Bundle.class, (method, arguments) -> "org.hotrealm.room.engine");
        BundleContext context = proxy(BundleContext.class, (method, arguments) -> new Bundle[] {engine});
        Completion completion = new Completion(parts, context);
        List<String> commands = List.of("rooms", "swap", "swaps", "kick");

        assertThat(completion.of(List.of("sw"), commands)).containsExactly("swap", "swaps");
        assertThat(completion.of(List.of(), commands)).hasSize(4);
        assertThat(completion.of(List.of("kick", ""), commands)).containsExactly("s1");
        assertThat(completion.of(List.of("swap", "org"), commands)).containsExactly("org.hotrealm.room.engine");
        assertThat(completion.of(List.of("swap", "x", "--c"), commands)).containsExactly("--canary");
        assertThat(completion.of(List.of("swap", "x", "--rooms", ""), commands)).containsExactly("abc");
        assertThat(completion.of(List.of("log", "org.hotrealm.room.engine", "d"), commands))
                .containsExactly("debug", "default");
        parts.rooms = null;
        assertThat(completion.of(List.of("kick", ""), commands)).isEmpty();
    }
}
