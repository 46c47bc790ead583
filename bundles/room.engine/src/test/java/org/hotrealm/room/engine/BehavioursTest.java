package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pin;
import org.junit.jupiter.api.Test;

class BehavioursTest {

    private static final String BUNDLE = "org.acme.monsters";

    private final Behaviours behaviours = new Behaviours();

    private Pin add(String version) {
        Pin pin = new Pin("monsters", version, BUNDLE);
        Behaviour service = () -> "monsters";
        behaviours.add(new Binding(pin, service));
        return pin;
    }

    private long roomsOf(String version) {
        return rooms(version).size();
    }

    private List<String> rooms(String version) {
        return IntStream.range(0, 1000)
                .mapToObj(i -> Long.toString(7919L * i + 104_729, 36))
                .filter(id -> behaviours
                        .forRoom("monsters", id)
                        .orElseThrow()
                        .pin()
                        .version()
                        .equals(version))
                .toList();
    }

    @Test
    void newestIsTakenWhereNothingWasDecided() {
        add("1.0.0");
        add("1.1.0");
        assertThat(roomsOf("1.1.0")).isEqualTo(1000);
    }

    @Test
    void versionWithoutAShareIsNotTakenForBeingTheNewest() {
        add("1.0.0");
        behaviours.prefer(BUNDLE, "1.1.0", 0);
        add("1.1.0");
        assertThat(roomsOf("1.1.0")).isZero();
    }

    @Test
    void shareOfTheRoomsGetsTheCanaryAndAlwaysTheSameRooms() {
        add("1.0.0");
        behaviours.prefer(BUNDLE, "1.1.0", 10);
        add("1.1.0");
        assertThat(roomsOf("1.1.0")).isBetween(60L, 140L);
        List<String> few = rooms("1.1.0");
        behaviours.prefer(BUNDLE, "1.1.0", 30);
        assertThat(rooms("1.1.0")).containsAll(few);
        assertThat(roomsOf("1.1.0")).isBetween(240L, 360L);
    }

    @Test
    void shareHoldsAgainstWhatWasChosenForAllBefore() {
        Pin one = add("1.0.0");
        behaviours.choose(one);
        behaviours.prefer(BUNDLE, "1.1.0", 10);
        add("1.1.0");
        assertThat(roomsOf("1.1.0")).isPositive();
        assertThat(roomsOf("1.0.0")).isGreaterThan(800);
    }

    @Test
    void choiceForAllEndsTheShare() {
        add("1.0.0");
        behaviours.prefer(BUNDLE, "1.1.0", 10);
        Pin two = add("1.1.0");
        behaviours.choose(two);
        assertThat(roomsOf("1.1.0")).isEqualTo(1000);
    }

    @Test
    void decisionMayComeBeforeTheBundle() {
        behaviours.prefer(BUNDLE, "1.0.0", 100);
        add("1.1.0");
        assertThat(roomsOf("1.1.0")).isEqualTo(1000);
        add("1.0.0");
        assertThat(roomsOf("1.0.0")).isEqualTo(1000);
    }

    @Test
    void shareThatIsNoneIsRefused() {
        assertThatThrownBy(() -> behaviours.prefer(BUNDLE, "1.1.0", 101)).hasMessageContaining("is 101");
    }
}
