package org.hotrealm.ops.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.RoomChange;
import org.hotrealm.ops.api.SwapRecord.Step;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

class CommandsTest {

    private static final Pin PIN = new Pin("monsters", "1.0.0", "org.hotrealm.monster.ai");

    private final Parts parts = new Parts();
    private final List<SwapRequest> asked = new ArrayList<>();
    private Verdict verdict = Verdict.DONE;
    private SwapRecord.Plan plan = SwapRecord.Plan.NONE;
    private @Nullable SwapProgress underWay;
    private Commands commands;

    private static <T> T answering(Class<T> type, String method, Object answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, called, args) -> {
            if (called.getName().equals(method)) {
                return answer;
            }
            return called.getReturnType() == List.class ? List.of(PIN) : null;
        }));
    }

    /** A command of another bundle. */
    public static final class Dice {
        /** Says what it was given. */
        public String dice(String... words) {
            return "rolled " + List.of(words);
        }
    }

    /** A framework in which {@code realm:dice} is a service. */
    private static BundleContext withDice() {
        ServiceReference<?> reference = (ServiceReference<?>) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class},
                (proxy, called, args) -> called.getName().equals("getProperty") ? "dice" : null);
        return (BundleContext) Proxy.newProxyInstance(
                BundleContext.class.getClassLoader(),
                new Class<?>[] {BundleContext.class},
                (proxy, called, args) -> switch (called.getName()) {
                    case "getAllServiceReferences" ->
                        String.valueOf(args[1]).matches(".*function=(dice|\\*).*")
                                ? new ServiceReference<?>[] {reference}
                                : null;
                    case "getService" -> new Dice();
                    case "ungetService" -> true;
                    default -> null;
                });
    }

    @Test
    void commandsOfOtherBundlesAreFoundByTheirNameAndListed() {
        assertThat(commands.run(List.of("realm:dice", "goblin", "--json")).text())
                .isEqualTo("rolled [goblin, --json]");
        assertThat(commands.run(List.of("nonsense")).text())
                .contains("nonsense is no command")
                .contains("dice");
        assertThat(commands.run(List.of("help")).text()).contains("realm:dice");
    }

    @BeforeEach
    void server() {
        RoomInfo room = new RoomInfo("abc", "realm", 2, 50, false, 77, 50, 1_500_000, 0, 0, List.of(PIN), List.of());
        parts.rooms = answering(Rooms.class, "list", List.of(room));
        parts.pins = answering(Pins.class, "available", List.of(PIN));
        parts.swaps = new Swaps() {
            @Override
            public CompletionStage<SwapRecord> swap(SwapRequest request, Consumer<String> progress) {
                asked.add(request);
                progress.accept("check");
                progress.accept("soak: 1 of 2 s, no failure");
                return CompletableFuture.completedStage(swapped());
            }

            @Override
            public List<SwapRecord> records() {
                return List.of(swapped());
            }

            @Override
            public Optional<SwapProgress> underWay() {
                return Optional.ofNullable(underWay);
            }
        };
        commands = new Commands(
                new Looks(parts, answering(BundleContext.class, "", "")),
                new Deeds(parts),
                new Inside(parts),
                new Moving(parts),
                new Others(withDice()),
                new Completion(parts, answering(BundleContext.class, "getBundles", new Bundle[0])));
    }

    private SwapRecord swapped() {
        return new SwapRecord(
                3,
                0,
                "me",
                "x.jar",
                "org.hotrealm.monster.ai",
                "1.0.0",
                "1.1.0",
                verdict,
                "as it should",
                List.of(new SwapRecord.Part("org.hotrealm.monster.ai", SwapKind.BEHAVIOUR, "1.0.0", "1.1.0")),
                List.of(new RoomChange("abc", "monsters", "1.0.0", "1.1.0", 78, 2_000_000)),
                List.of(new Step("check", 1500)),
                List.of(),
                plan);
    }

    @Test
    void roomsAreShownWithTheVersionsTheyRun() {
        Answer answer = commands.run(List.of("realm:rooms"));
        assertThat(answer.ok()).isTrue();
        assertThat(answer.text()).contains("abc").contains("monsters=1.0.0").contains("1.50");
    }

    @Test
    void everyAnswerCanBeHadAsJson() {
        assertThat(commands.run(List.of("rooms", "--json")).text())
                .startsWith("[{\"room\":\"abc\"")
                .contains("\"missing\":[]");
        assertThat(commands.run(List.of("systems", "--json")).text()).contains("\"rooms\":1");
        assertThat(commands.run(List.of("swaps", "--json")).text()).contains("\"verdict\":\"DONE\"");
        assertThat(commands.run(List.of("nonsense", "--json")).ok()).isFalse();
    }

    @Test
    void swapPassesOnWhatWasAskedFor() {
        Answer answer =
                commands.run(List.of("swap", "/tmp/x y.jar", "--rooms", "abc, def", "--soak", "2s", "--dry-run"));
        assertThat(answer.ok()).isTrue();
        assertThat(answer.text()).contains("DONE: as it should").contains("abc").contains("2.00");
        assertThat(asked)
                .containsExactly(SwapRequest.of("/tmp/x y.jar", "shell")
                        .in(List.of("abc", "def"))
                        .soaking(Duration.ofSeconds(2))
                        .dry());
    }

    @Test
    void stepsOfASwapAreToldAsTheyBegin() {
        List<String> told = new ArrayList<>();

        commands.run(List.of("swap", "x.jar"), told::add);

        assertThat(told).containsExactly("check", "soak: 1 of 2 s, no failure");
    }

    @Test
    void swapUnderWayIsTheFirstOfTheSwaps() {
        underWay = SwapProgress.at("soak", swapped(), 1).telling("soak: 7 of 30 s, no failure");

        assertThat(commands.run(List.of("swaps")).text().lines().skip(1).findFirst())
                .hasValueSatisfying(line ->
                        assertThat(line).contains("UNDER WAY", "org.hotrealm.monster.ai", "1.1.0", "7 of 30 s"));
    }

    @Test
    void dryRunShowsWhatWouldBeWiredWhichRoomsAreTouchedAndWhatIsMissing() {
        plan = new SwapRecord.Plan(List.of("a.b 1.0 <- c 1.0"), List.of("abc"), List.of("no d.e"), List.of());
        verdict = Verdict.DRY_RUN;

        assertThat(commands.run(List.of("swap", "x.jar", "--dry-run")).text())
                .contains("would be wired:\n  a.b 1.0 <- c 1.0", "rooms touched:\n  abc", "missing:\n  no d.e");
    }

    @Test
    void swapThatWasRefusedIsNotOk() {
        verdict = Verdict.ROLLED_BACK;
        assertThat(commands.run(List.of("swap", "x.jar")).ok()).isFalse();
    }

    @Test
    void argumentsNotUnderstoodAreToldNotThrown() {
        assertThat(commands.run(List.of("swap")).text()).contains("name one jar");
        assertThat(commands.run(List.of("swap", "a", "b")).ok()).isFalse();
        assertThat(commands.run(List.of("swap", "a", "--soak", "soon")).text()).contains("is no time");
        assertThat(commands.run(List.of("swap", "a", "--soak", "120m")).text()).contains("1 h");
        assertThat(commands.run(List.of("swap", "a", "--force")).text()).contains("--force is not known");
        assertThat(commands.run(List.of("swap", "a", "--soak")).text()).contains("needs a value");
        assertThat(commands.run(List.of("swaps", "many")).text()).contains("no whole number");
        assertThat(commands.run(List.of("dance")).text()).contains("is no command; known are bundles");
        assertThat(asked).isEmpty();
    }

    @Test
    void partThatIsNotThereIsNamed() {
        parts.rooms = null;
        assertThat(commands.run(List.of("rooms")).text()).contains("the room engine is not running");
    }

    @Test
    void helpNamesEveryCommand() {
        assertThat(commands.run(List.of()).text())
                .contains("realm:swap")
                .contains("realm:drain")
                .contains("--dry-run");
    }

    @Test
    void wordsAreSortedOut() {
        Words words = Words.of(List.of("a", "--x", "1", "--f"), Set.of("--x"), Set.of("--f"));
        assertThat(words.only("thing")).isEqualTo("a");
        assertThat(words.option("--x")).contains("1");
        assertThat(words.flags()).containsExactly("--f");
        assertThatExceptionOfType(Words.NotUnderstood.class)
                .isThrownBy(() -> Words.of(List.of("--y"), Set.of("--x"), Set.of()));
    }
}
