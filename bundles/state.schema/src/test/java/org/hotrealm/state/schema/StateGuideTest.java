package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/STATE.md. */
class StateGuideTest {
    private static final int STAFF = 1;
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    static final class MonsterState {
        private static final StateType.Builder T = StateType.named("Monster");
        static final StringField KIND = T.string("kind");
        static final QuantizedField X = T.quantized("x", 0, 256, 16, Quantized.CLAMP);
        static final IntField HP = T.uint16("hp");
        static final StringField PLAN = T.string("plan").view(STAFF);
        static final StateType TYPE = T.build();
    }

    static final class BossState {
        private static final StateType.Builder T = StateType.named("Boss").extending(MonsterState.TYPE);
        static final IntField PHASE = T.uint8("phase");
        static final StateType TYPE = T.build();
    }

    static final class RumourState {
        private static final StateType.Builder T = StateType.named("Rumour");
        static final StringField TEXT = T.string("text");
        static final StateType TYPE = T.build();
    }

    static final class ZoneState {
        private static final StateType.Builder T = StateType.named("Zone");
        static final IntField HOUR = T.uint8("hour");
        static final MapField<StateObject> MONSTERS =
                T.map("monsters", MonsterState.TYPE, BossState.TYPE).view();
        static final ArrayField<String> LOG = T.array("log", Primitive.STRING);
        static final StreamField RUMOURS = T.stream("rumours", RumourState.TYPE).perTick(4);
        static final StateType TYPE = T.build();
    }

    static final class MoveInput {
        private static final StateType.Builder T = StateType.named("Move");
        static final IntField DX = T.int8("dx");
        static final StateType TYPE = T.build();
    }

    private final StateObject zone = ZoneState.TYPE.create();
    private final StateEncoder encoder = new StateEncoder(zone);
    private final StateView view = new StateView();
    private final StateDecoder client = new StateDecoder(encoder.handshake(Dialect.V18));

    private Map<String, Object> tick() {
        encoder.tick();
        client.decode(encoder.patch(view));
        return client.state();
    }

    private static StateObject rumour(String text) {
        StateObject rumour = RumourState.TYPE.create();
        RumourState.TEXT.set(rumour, text);
        return rumour;
    }

    @Test
    void statesAreChangedShownAndKept() {
        client.decode(encoder.full(view, false));
        StateObject goblin = MonsterState.TYPE.create();
        MonsterState.KIND.set(goblin, "goblin");
        MonsterState.X.set(goblin, 12.5);
        MonsterState.HP.set(goblin, 30);
        ZoneState.MONSTERS.put(zone, "m1", goblin);
        ZoneState.LOG.add(zone, "a goblin appears");
        assertThat(tick()).containsEntry("log", List.of("a goblin appears")).doesNotContainKey("monsters");

        StateObject spider = BossState.TYPE.create();
        BossState.PHASE.set(spider, 2);
        MonsterState.PLAN.set(spider, "wait");
        ZoneState.MONSTERS.put(zone, "m2", spider);
        view.add(goblin);
        view.add(spider, STAFF);
        assertThat(tick().get("monsters"))
                .isEqualTo(Map.of(
                        "m1", Map.of("kind", "goblin", "x", MonsterState.X.get(goblin), "hp", 30),
                        "m2", Map.of("phase", 2, "plan", "wait")));

        byte[] bytes = StateSnapshot.write(zone);
        StateObject restored = StateSnapshot.read(bytes, ZoneState.TYPE);
        assertThat(restored.toMap()).isEqualTo(zone.toMap());
        assertThat(StateHash.of(restored)).isEqualTo(StateHash.of(zone));

        MonsterState.HP.add(goblin, -7);
        ZoneState.LOG.of(zone).removeAt(0);
        ZoneState.MONSTERS.remove(zone, "m1");
        assertThat(tick()).containsEntry("log", List.of());
        assertThat((Map<?, ?>) client.state().get("monsters")).hasSize(1);
    }

    @Test
    void columnsAreTheValuesOfTheirObjects() {
        client.decode(encoder.full(view, false));
        StateColumns monsters = MonsterState.TYPE.columns(10_000);
        int[] hp = monsters.ints(MonsterState.HP);
        hp[7] = 30;
        ZoneState.MONSTERS.put(zone, "m7", monsters.create(7));
        view.subscribe(ZoneState.MONSTERS.of(zone));
        tick();
        hp[7] -= 12;
        assertThat(((Map<?, ?>) tick().get("monsters")).get("m7")).isEqualTo(Map.of("x", 0.0, "hp", 18));
    }

    @Test
    void urgentEntriesOfAStreamComeFirst() {
        client.decode(encoder.full(view, false));
        for (int i = 0; i < 3; i++) {
            ZoneState.RUMOURS.of(zone).add(rumour("silver " + i));
        }
        StateObject rumour = rumour("gold");
        StateObject alarm = rumour("a dragon");
        ZoneState.RUMOURS.of(zone).add(rumour);
        ZoneState.RUMOURS.of(zone).add(alarm, 10);
        assertThat((List<?>) tick().get("rumours")).hasSize(4).first().isEqualTo(Map.of("text", "a dragon"));
        assertThat((List<?>) tick().get("rumours")).hasSize(5);
    }

    @Test
    void inputsAreReadOrRefused() {
        List<String> errors = new ArrayList<>();
        byte[] bytes = {(byte) 0x80, 5, (byte) 0x81};
        InputReader reader = new InputReader(MoveInput.TYPE, 64);
        StateObject input = reader.fresh();
        try {
            reader.read(bytes, 0, bytes.length, input);
        } catch (MalformedInputException refused) {
            errors.add(refused.getMessage());
        }
        assertThat(errors).hasSize(1);
        assertThat(MoveInput.DX.get(input)).isZero();
    }

    @Test
    void everyExampleOfTheGuideStandsHere() throws IOException {
        Path source = Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java");
        String here = bare(Files.readString(source));
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("../../docs/STATE.md")));
        int found = 0;
        while (examples.find()) {
            found++;
            assertThat(here).contains(bare(examples.group(1)));
        }
        assertThat(found).isEqualTo(11);
    }

    private static String bare(String code) {
        return code.replaceAll("\\s+", "");
    }
}
