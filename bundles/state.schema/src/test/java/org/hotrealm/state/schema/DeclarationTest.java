package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    private static StateType monster() {
        StateType.Builder t = StateType.named("Monster");
        t.string("kind");
        t.quantized("x", 0, 256, 16, Quantized.CLAMP);
        t.array("loot", t);
        return t.build();
    }

    @Test
    void equalDeclarationsAreOneType() {
        assertThat(monster()).isSameAs(monster());
    }

    @Test
    void fieldsOfASecondDeclarationWorkOnObjectsOfTheFirst() {
        StateType.Builder first = StateType.named("Shared");
        IntField hp = first.uint16("hp");
        StateObject object = first.build().create();
        StateType.Builder second = StateType.named("Shared");
        IntField sameHp = second.uint16("hp");
        second.build();

        hp.set(object, 30);

        assertThat(sameHp.get(object)).isEqualTo(30);
    }

    @Test
    void fieldsThatALaterDeclarationKeptWorkOnOlderObjects() {
        StateType.Builder first = StateType.named("Grown");
        first.uint16("hp");
        StateObject old = first.build().create();
        StateType.Builder second = StateType.named("Grown");
        IntField hp = second.uint16("hp");
        IntField mana = second.uint16("mana");
        second.build();

        hp.set(old, 7);

        assertThat(old.toMap()).containsEntry("hp", 7);
        assertThatThrownBy(() -> mana.set(old, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'mana'");
    }

    @Test
    void typesNobodyUsesAreForgotten() throws InterruptedException {
        StateType.Builder t = StateType.named("Passing");
        t.bool("by");
        WeakReference<StateType> type = new WeakReference<>(t.build());
        t = null;
        for (int i = 0; i < 50 && type.get() != null; i++) {
            System.gc();
            Thread.yield();
        }
        assertThat(type.get()).isNull();
    }

    @Test
    void derivedTypesContinueTheNumbersAndShareTheFields() {
        StateType.Builder p = StateType.named("Player");
        StringField name = p.string("name");
        StateType player = p.build();
        StateType.Builder b = StateType.named("Bot").extending(player);
        IntField level = b.uint8("level");
        StateType bot = b.build();
        StateObject object = bot.create();

        name.set(object, "boss");
        level.set(object, 3);

        assertThat(bot.fieldNames()).containsExactly("name", "level");
        assertThat(bot.isA(player)).isTrue();
        assertThat(object.toMap()).containsEntry("name", "boss").containsEntry("level", 3);
        assertThatThrownBy(() -> level.set(player.create(), 1)).hasMessageContaining("'level'");
    }

    @Test
    void mistakesAreNamed() {
        StateType.Builder t = StateType.named("Wrong");
        t.bool("a");
        assertThatThrownBy(() -> t.string("a")).hasMessageContaining("two fields named 'a'");
        assertThatThrownBy(() -> t.extending(monster())).hasMessageContaining("must come first");
        assertThatThrownBy(() -> t.ref("b", StateType.named("Later"))).hasMessageContaining("not built yet");
        assertThatThrownBy(() -> t.map("c", monster(), StateType.named("Other").build()))
                .hasMessageContaining("does not extend");
        assertThatThrownBy(() -> t.quantized("d", 1, 1, 8, Quantized.CLAMP)).hasMessageContaining("1.0..1.0");
        assertThatThrownBy(() -> t.quantized("e", 0, 1, 12, Quantized.CLAMP)).hasMessageContaining("12");
        StringField late = t.string("late");
        t.build();
        assertThatThrownBy(late::view).hasMessageContaining("is built");
        assertThatThrownBy(t::build).hasMessageContaining("is built");
    }

    @Test
    void atMostSixtyThreeFields() {
        StateType.Builder t = StateType.named("Wide");
        for (int i = 0; i < 63; i++) {
            t.uint8("f" + i);
        }
        assertThatThrownBy(() -> t.uint8("f63")).hasMessageContaining("more than 63");
    }

    @Test
    void valuesThatDoNotFitAreRefused() {
        StateType.Builder t = StateType.named("Narrow");
        IntField small = t.uint8("small");
        ArrayField<Integer> list = t.array("list", Primitive.INT8);
        MapField<StateObject> map = t.map("map", monster());
        StateObject object = t.build().create();

        assertThatThrownBy(() -> small.set(object, 300)).hasMessageContaining("300 is outside 0..255");
        assertThatThrownBy(() -> list.add(object, 200)).hasMessageContaining("200 is outside -128..127");
        assertThatThrownBy(() -> map.put(object, "k", object)).hasMessageContaining("holds type Monster");
        assertThat(object.toMap().get("map")).isEqualTo(java.util.Map.of());
    }

    @Test
    void loopsAreRefused() {
        StateType.Builder t = StateType.named("Tree");
        ArrayField<StateObject> kids = t.array("kids", t);
        StateType type = t.build();
        StateObject root = type.create();
        StateObject child = type.create();
        kids.add(root, child);

        assertThatThrownBy(() -> kids.add(child, root)).hasMessageContaining("loop");
        assertThat(kids.of(child).size()).isZero();
    }

    @Test
    void objectsOfAnotherStateAreRefused() {
        StateType.Builder t = StateType.named("Holder");
        RefField ref = t.ref("it", monster());
        StateType type = t.build();
        StateObject first = type.create();
        StateObject second = type.create();
        ref.set(first, monster().create());
        new StateEncoder(first);
        StateEncoder other = new StateEncoder(second);
        StateObject foreign = ref.get(first);

        assertThatThrownBy(() -> ref.set(second, foreign)).hasMessageContaining("another state");
        assertThatThrownBy(() -> new StateEncoder(second)).hasMessageContaining("has an encoder already");
        other.close();
        new StateEncoder(second);
    }

    @Test
    void unsetFieldsAreAbsent() {
        StateType.Builder t = StateType.named("Sparse");
        IntField a = t.uint8("a");
        StringField b = t.string("b");
        ArrayField<Integer> c = t.array("c", Primitive.UINT8);
        StateObject object = t.build().create();
        assertThat(object.toMap()).isEqualTo(java.util.Map.of("c", List.of()));
        a.set(object, 0);
        b.set(object, "");
        assertThat(a.isSet(object)).isTrue();

        a.unset(object);
        b.unset(object);
        c.unset(object);

        assertThat(object.toMap()).isEmpty();
        assertThat(a.get(object)).isZero();
        assertThat(b.get(object)).isNull();
        assertThat(c.of(object).size()).isZero();
    }
}
