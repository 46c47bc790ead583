package org.hotrealm.room.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/** What a room goes through when its engine is swapped: nothing that anybody could see. */
class EngineSwapProperties {

    private static final int CLIENTS = 3;

    /** Clients that do what a script says. */
    private static final class Play {
        final RoomHarness harness;
        final HarnessRoom room;
        final List<HarnessClient> all = new ArrayList<>();
        final List<HarnessClient> now = new ArrayList<>();
        final List<Long> asked = new ArrayList<>();
        private long inputs;

        Play(long seed) {
            harness = RoomHarness.seeded(seed, new Bazaar());
            room = harness.create("bazaar");
            for (int i = 0; i < CLIENTS; i++) {
                now.add(come());
            }
        }

        private HarnessClient come() {
            HarnessClient client = harness.joinById(room.id());
            all.add(client);
            return client;
        }

        void act(int step) {
            int who = step % CLIENTS;
            HarnessClient client = now.get(who);
            switch (step / CLIENTS) {
                case 0 -> client.send("buy");
                case 1 -> client.send("show");
                case 2 -> client.send("remember", "step", step);
                case 3 -> asked.add(client.ask("haggle", Payload.NONE));
                case 4 -> client.drop().reconnect();
                case 5 -> {
                    client.leave();
                    now.set(who, come());
                }
                case 6 -> client.input(++inputs, (byte) 0x80, (byte) (step - 20));
                default -> room.tick();
            }
        }

        /** Everything that can be known of the run. */
        List<Object> seen() {
            room.tick(4);
            List<Object> seen = new ArrayList<>();
            for (HarnessClient client : all) {
                seen.add(client.messages());
                seen.add(client.closeCode());
                seen.add(client.state());
                asked.forEach(request -> seen.add(String.valueOf(client.answer(request))));
            }
            seen.add(room.state());
            seen.add(room.info().tick());
            rooms(harness).values().forEach(parcel -> seen.add(parts(parcel)));
            return seen;
        }

        /** All but the state's bytes, in which objects that came between two patches may be numbered otherwise. */
        private static String parts(Parcel parcel) {
            Payload patches = Payload.of(parcel.payload().field("patches")).with("state", "");
            return text(parcel.payload().with("patches", patches).value());
        }

        private static String text(@Nullable Object value) {
            return switch (value) {
                case Map<?, ?> map -> {
                    StringBuilder all = new StringBuilder();
                    map.forEach((name, each) ->
                            all.append(name).append('=').append(text(each)).append('\n'));
                    yield all.toString();
                }
                case List<?> list ->
                    String.join("; ", list.stream().map(Play::text).toList());
                case byte[] bytes -> HexFormat.of().formatHex(bytes);
                case null, default -> String.valueOf(value);
            };
        }
    }

    @Property(tries = 150)
    void nobodySeesWhetherTheEngineWasSwapped(
            @ForAll long seed,
            @ForAll @Size(max = 40) List<@IntRange(max = 26) Integer> script,
            @ForAll @Size(max = 6) Set<@IntRange(max = 40) Integer> swaps) {
        Play without = new Play(seed);
        Play with = new Play(seed);
        for (int i = 0; i < script.size(); i++) {
            if (swaps.contains(i)) {
                with.harness.swapEngine();
            }
            without.act(script.get(i));
            with.act(script.get(i));
        }
        assertThat(with.seen()).isEqualTo(without.seen());
    }

    @Property(tries = 100)
    void theSameParcelAndTheSameInputsGiveTheSameParcel(
            @ForAll @Size(max = 25) List<@IntRange(max = 26) Integer> before,
            @ForAll @Size(max = 25) List<@IntRange(max = 26) Integer> after) {
        Play first = new Play(1);
        before.forEach(first::act);
        Map<String, Parcel> parcels = first.harness.park();

        assertThat(later(parcels, after)).isEqualTo(later(parcels, after));
    }

    private static Map<String, Parcel> later(Map<String, Parcel> parcels, List<Integer> script) {
        RoomHarness harness = RoomHarness.seeded(2, new Bazaar()).take(parcels);
        HarnessRoom room = harness.room(harness.rooms().getFirst().id());
        HarnessClient client = harness.joinById(room.id());
        for (int step : script) {
            switch (step % 3) {
                case 0 -> client.send("buy");
                case 1 -> client.send("show");
                default -> room.tick();
            }
        }
        return rooms(harness);
    }

    /** The parcels of the rooms; that of the engine has the time of day in it. */
    private static Map<String, Parcel> rooms(RoomHarness harness) {
        Map<String, Parcel> parcels = new TreeMap<>(harness.park());
        parcels.remove("engine");
        return parcels;
    }
}
