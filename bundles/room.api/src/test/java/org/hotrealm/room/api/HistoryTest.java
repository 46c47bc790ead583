package org.hotrealm.room.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history = new History(2, 3);
    private final double[] seen = new double[2];

    private void walk(long... times) {
        for (long time : times) {
            history.begin(time);
            history.put(7, new double[] {time, -time});
        }
    }

    private double x(long time) {
        assertThat(history.at(7, time, seen)).isTrue();
        assertThat(seen[1]).isEqualTo(-seen[0]);
        return seen[0];
    }

    @Test
    void betweenTwoTicksTheWayIsStraight() {
        walk(100, 150, 200);
        assertThat(x(150)).isEqualTo(150);
        assertThat(x(160)).isEqualTo(160);
        assertThat(x(199)).isEqualTo(199);
    }

    @Test
    void nobodyReachesBeyondWhatIsKept() {
        walk(50, 100, 150, 200);
        assertThat(history.oldestMillis()).isEqualTo(100);
        assertThat(x(1)).isEqualTo(100);
        assertThat(x(9_999)).isEqualTo(200);
        assertThat(x(0)).as("a clock that is not set").isEqualTo(200);
    }

    @Test
    void whatWasNotThereIsNotSeen() {
        assertThat(history.at(7, 100, seen)).isFalse();
        walk(100);
        history.begin(150);
        assertThat(history.at(7, 150, seen)).isFalse();
        assertThat(history.at(7, 120, seen)).isFalse();
        assertThat(history.at(7, 100, seen)).isTrue();
        assertThat(history.at(8, 100, seen)).isFalse();
    }

    @Test
    void timeDoesNotGoBack() {
        walk(100);
        assertThatThrownBy(() -> history.begin(100)).hasMessageContaining("100 is not after it");
    }

    @Test
    void manyThingsAreFoundAgain() {
        Random random = new Random(1);
        Map<Long, Double> known = new HashMap<>();
        for (int tick = 1; tick <= 5; tick++) {
            known.clear();
            history.begin(tick * 50L);
            for (int i = 0; i < 1000; i++) {
                long id = random.nextInt(700) * 4_294_967_297L;
                known.put(id, random.nextDouble());
                history.put(id, new double[] {known.get(id), 0});
            }
        }
        known.forEach((id, value) -> {
            assertThat(history.at(id, 250, seen)).isTrue();
            assertThat(seen[0]).isEqualTo(value);
        });
    }

    @Test
    void aThingMayGoByItsName() {
        walk(100);
        history.put("ada", new double[] {1, 2});
        history.put("bob", new double[] {3, 4});
        assertThat(history.at("ada", 0, seen)).isTrue();
        assertThat(seen).containsExactly(1, 2);
        assertThat(history.at("cid", 0, seen)).isFalse();
        assertThat(History.of(history.park()).at("bob", 100, seen)).isTrue();
        assertThat(seen).containsExactly(3, 4);
    }

    @Test
    void whoReckonsSeesThingsGoOnFromTheTickItKnew() {
        for (long[] tick : new long[][] {{100, 0}, {150, 10}, {200, 0}}) {
            history.begin(tick[0]);
            history.put("ada", new double[] {tick[1], 0});
        }
        history.put("new", new double[] {5, 5});
        assertThat(reckoned("ada", 150, 200))
                .as("it turned, which the client did not know")
                .isEqualTo(20);
        assertThat(reckoned("ada", 199, 175)).isEqualTo(15);
        assertThat(reckoned("ada", 150, 120)).as("before what it knew").isEqualTo(10);
        assertThat(reckoned("ada", 150, 9_999)).as("beyond the newest tick").isEqualTo(20);
        assertThat(reckoned("ada", 100, 200)).as("nothing is kept from before").isZero();
        assertThat(reckoned("ada", 0, 0)).as("a clock that is not set").isZero();
        assertThat(reckoned("new", 200, 200)).as("it has only just come").isEqualTo(5);
        assertThat(history.reckoned("new", 150, 200, seen)).isFalse();
        assertThat(new History(1, 2).reckoned("ada", 0, 0, seen)).isFalse();
    }

    private double reckoned(String name, long known, long until) {
        assertThat(history.reckoned(name, known, until, seen)).isTrue();
        return seen[0];
    }

    @Test
    void aParkedHistoryAnswersAsBefore() {
        Random random = new Random(2);
        for (int tick = 1; tick <= 12; tick++) {
            history.begin(tick * 50L);
            for (int i = 0; i < 40; i++) {
                history.put(random.nextInt(60), new double[] {random.nextDouble(), random.nextDouble()});
            }
        }
        History again = History.of(history.park());
        assertThat(again.park()).isEqualTo(history.park());
        double[] other = new double[2];
        for (long time = 0; time <= 650; time += 7) {
            for (long id = 0; id < 60; id++) {
                assertThat(again.at(id, time, other)).isEqualTo(history.at(id, time, seen));
                assertThat(other).isEqualTo(seen);
            }
        }
        again.begin(650);
        history.begin(650);
        assertThat(again.oldestMillis()).isEqualTo(history.oldestMillis());
    }

    @Test
    void aParcelThatIsNoHistoryIsRefused() {
        Parcel parcel = history.park();
        assertThatThrownBy(() -> History.of(new Parcel("else", 1, parcel.bytes())))
                .hasMessageContaining("no history");
        assertThatThrownBy(() -> History.of(new Parcel(parcel.kind(), 2, parcel.bytes())))
                .hasMessageContaining("no history");
        assertThatThrownBy(() -> History.of(new Parcel(parcel.kind(), 1, new byte[5])))
                .hasMessageContaining("ends too early");
    }
}
