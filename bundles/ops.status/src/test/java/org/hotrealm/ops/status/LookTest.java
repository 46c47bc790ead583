package org.hotrealm.ops.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

/** What the page gets, with everything there and with nothing there. */
class LookTest {

    private static final Pin OLD = new Pin("monsters", "1.0.0", "org.hotrealm.monster.ai");
    private static final Pin NEW = new Pin("monsters", "1.1.0", "org.hotrealm.monster.ai");

    private final Parts parts = new Parts();
    private final Look look = new Look(parts, framework());

    private static <T> T proxy(Class<T> type, BiFunction<String, Object[], Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.apply(method.getName(), arguments)));
    }

    private static BundleContext framework() {
        Bundle bundle = proxy(Bundle.class, (method, arguments) -> switch (method) {
            case "getSymbolicName" -> "org.hotrealm.ops.status";
            case "getVersion" -> new Version(1, 0, 0);
            case "getState" -> Bundle.ACTIVE;
            default -> throw new AssertionError(method);
        });
        return proxy(
                BundleContext.class,
                (method, arguments) -> method.equals("getBundle") ? bundle : new Bundle[] {bundle});
    }

    private static RoomInfo room(String id, Pin pin) {
        return new RoomInfo(id, "realm", 3, 50, false, 77, 50, 1_500_000, 2, 0, List.of(pin), List.of());
    }

    @Test
    void aServerOfWhichNothingRunsIsShownEmpty() {
        Snapshot now = look.now();
        assertThat(now.rooms()).isEmpty();
        assertThat(now.health()).isEmpty();
        assertThat(now.swap()).isNull();
        assertThat(now.node().draining()).isFalse();
        assertThat(now.bundles())
                .singleElement()
                .extracting(Snapshot.BundleRow::state)
                .isEqualTo("active");
    }

    @Test
    void roomsAreShownWithTheVersionsThatTheyRun() {
        parts.rooms = proxy(Rooms.class, (method, arguments) -> switch (method) {
            case "list" -> List.of(room("b", NEW), room("a", OLD), room("c", OLD));
            case "processId" -> "node";
            case "draining" -> true;
            default -> throw new AssertionError(method);
        });
        parts.pins =
                proxy(Pins.class, (method, arguments) -> method.equals("defaults") ? List.of(NEW) : List.of(NEW, OLD));

        Snapshot now = look.now();
        assertThat(now.node().draining()).isTrue();
        assertThat(now.figures().players()).isEqualTo(9);
        assertThat(now.rooms()).extracting(Snapshot.RoomRow::id).containsExactly("a", "b", "c");
        assertThat(now.rooms().get(1).versions()).containsEntry("monsters", "1.1.0");
        assertThat(now.systems())
                .extracting(Snapshot.SystemRow::version, Snapshot.SystemRow::rooms, Snapshot.SystemRow::newRooms)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1.0.0", 2L, false),
                        org.assertj.core.groups.Tuple.tuple("1.1.0", 1L, true));
    }

    @Test
    void ticksOfAllTypesAreAddedUpByWhatTheyTook() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        parts.meters = registry;
        for (String type : List.of("realm", "lobby")) {
            Timer timer = Timer.builder("hotrealm.tick")
                    .tag("type", type)
                    .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofMillis(50))
                    .register(registry);
            timer.record(Duration.ofMillis(2));
            timer.record(Duration.ofMillis(20));
            timer.record(Duration.ofMillis(200));
        }
        FunctionCounter.builder("hotrealm.ticks.late", this, any -> 4).register(registry);

        Snapshot.Figures figures = look.now().figures();
        assertThat(figures.ticks()).containsEntry("all", 6.0);
        assertThat(figures.ticks().get("5.0")).isEqualTo(2);
        assertThat(figures.ticks().get("50.0")).isEqualTo(4);
        assertThat(figures.lateTicks()).isEqualTo(4);
        assertThat(figures.patches()).isZero();
    }
}
