package org.hotrealm.itests.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The rows were written by the reference's own simulation, driven by the same script of joins, leaves and moves. */
class SimulationTest {

    private static final double[] DIRECTIONS_X = {0.5, -0.25, 0, 3, 0.75};
    private static final double[] DIRECTIONS_Y = {0.25, 0.5, -1, 4, Double.NaN};

    @ParameterizedTest(name = "seed {0}, {1} monsters, tick {4}")
    @CsvFileSource(resources = "/simulation.csv")
    void sameSeedAndMovesGiveThePlacesOfTheReference(
            int seed,
            int monsters,
            double size,
            int thinkEvery,
            int ticks,
            String hash,
            String states,
            float x,
            float y) {
        Rules rules = new Rules(monsters, size, 20, 16, thinkEvery, 0);
        Xorshift random = new Xorshift(seed);
        Players players = new Players(16, size, rules.stepSeconds());
        Monsters all = new Monsters(rules, random, players);
        run(players, all, random, size, ticks);
        assertThat(counts(all)).isEqualTo(states);
        assertThat(all.x[0]).isEqualTo(x);
        assertThat(all.y[0]).isEqualTo(y);
        assertThat(hash(players, all)).isEqualTo(hash);
    }

    private static void run(Players players, Monsters monsters, Xorshift random, double size, int ticks) {
        Deque<Integer> slots = new ArrayDeque<>();
        for (int t = 1; t <= ticks; t++) {
            if (t % 40 == 1 && slots.size() < 6) {
                slots.add(players.add(random.next() * size, random.next() * size));
            }
            if (t % 700 == 0) {
                players.remove(slots.remove());
            }
            int k = 0;
            for (int slot : slots) {
                if ((t + k) % 25 == 0) {
                    int direction = (t / 25 + k) % 5;
                    players.direct(slot, DIRECTIONS_X[direction], DIRECTIONS_Y[direction]);
                }
                k++;
            }
            players.tick();
            monsters.tick();
        }
    }

    private static String counts(Monsters monsters) {
        int[] counts = new int[5];
        for (int i = 0; i < monsters.count(); i++) {
            counts[monsters.state[i]]++;
        }
        List<String> texts = new ArrayList<>();
        for (int count : counts) {
            texts.add(Integer.toString(count));
        }
        return String.join("/", texts);
    }

    private static String hash(Players players, Monsters monsters) {
        int h = 0x811c9dc5;
        for (int i = 0; i < monsters.count(); i++) {
            h = mix(h, Float.floatToIntBits(monsters.x[i]));
            h = mix(h, Float.floatToIntBits(monsters.y[i]));
            h = mix(h, monsters.hp[i]);
            h = mix(h, monsters.state[i]);
        }
        for (int n = 0; n < players.count(); n++) {
            int slot = players.live(n);
            h = mix(h, slot);
            h = mix(h, Float.floatToIntBits(players.x[slot]));
            h = mix(h, Float.floatToIntBits(players.y[slot]));
            h = mix(h, players.hp[slot]);
        }
        return "%08x".formatted(h);
    }

    private static int mix(int hash, int value) {
        int h = hash;
        for (int i = 0; i < 4; i++) {
            h = (h ^ value >>> 8 * i & 255) * 0x01000193;
        }
        return h;
    }
}
