package org.hotrealm.realm.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.StateEncoder;
import org.hotrealm.state.schema.StateMap;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;

final class WorldPropertiesTest {

    private static final ContentSet CONTENT = Samples.with(Script.ZONE).build();
    private static final double SIGHT = CONTENT.realm().sightTiles();

    @Property(tries = 200)
    void aWorldThatWasParkedAndRestoredParksTheSameBytes(
            @ForAll long seed, @ForAll @Size(max = 12) List<@Size(max = 20) List<Integer>> ticks) {
        Script script = new Script(seed, CONTENT);
        ticks.forEach(script::tick);

        Parcel parcel = script.world.park();
        World again = new Script(script, parcel, CONTENT).world;

        assertThat(again.park()).isEqualTo(parcel);
        assertThat(again.digest()).isEqualTo(script.world.digest());
    }

    @Property(tries = 100)
    void aRestoredWorldGoesOnAsTheOldOneWould(
            @ForAll long seed,
            @ForAll @Size(max = 6) List<@Size(max = 16) List<Integer>> before,
            @ForAll @Size(max = 6) List<@Size(max = 16) List<Integer>> after) {
        Script one = new Script(seed, CONTENT);
        before.forEach(one::tick);
        Script two = new Script(one, one.world.park(), CONTENT);
        one.room.seed(seed);
        two.room.seed(seed);

        after.forEach(one::tick);
        after.forEach(two::tick);

        assertThat(two.world.digest()).isEqualTo(one.world.digest());
    }

    @Property(tries = 100)
    void theSameSeedAndInputsMakeTheSameWorld(
            @ForAll long seed, @ForAll @Size(max = 10) List<@Size(max = 20) List<Integer>> ticks) {
        Script one = new Script(seed, CONTENT);
        Script two = new Script(seed, CONTENT);
        for (List<Integer> deeds : ticks) {
            one.tick(deeds);
            two.tick(deeds);
            assertThat(two.world.digest()).isEqualTo(one.world.digest());
        }
    }

    @Property(tries = 200)
    void aViewHoldsWhatIsInSightAndNothingFarAway(
            @ForAll long seed, @ForAll @Size(max = 12) List<@Size(max = 20) List<Integer>> ticks) {
        Script script = new Script(seed, CONTENT);
        for (List<Integer> deeds : ticks) {
            script.tick(deeds);
            for (Player viewer : script.world.players()) {
                checkView(script, viewer);
            }
        }
    }

    @Property(tries = 100)
    void everyTickCanBeEncodedForEveryViewer(
            @ForAll long seed, @ForAll @Size(max = 12) List<@Size(max = 20) List<Integer>> ticks) {
        Script script = new Script(seed, CONTENT);
        StateEncoder encoder = new StateEncoder(script.room.state());
        Set<StateView> joined = new HashSet<>();
        for (List<Integer> deeds : ticks) {
            script.tick(deeds);
            encoder.tick();
            for (Seat seat : script.room.seats()) {
                StateView view = seat.view();
                boolean isNew = joined.add(view);
                assertThat(isNew ? encoder.full(view, false) : encoder.patch(view))
                        .isNotNull();
            }
        }
    }

    private static void checkView(Script script, Player viewer) {
        FakeSeat seat = (FakeSeat) script.room.seat(viewer.sessionId());
        StateObject root = script.room.state();
        for (Monster monster : script.world.monsters()) {
            StateObject shown = RealmState.MONSTERS.get(root, Integer.toString(monster.id()));
            assertThat(shown != null).isEqualTo(monster.present());
            if (shown != null) {
                check(seat, shown, viewer.distance(monster));
                checkFields(seat, shown, monster);
            }
        }
        for (Player other : script.world.players()) {
            check(seat, RealmState.PLAYERS.get(root, other.sessionId()), viewer.distance(other));
        }
        for (Drop drop : script.world.drops()) {
            StateObject shown = RealmState.DROPS.get(root, Integer.toString(drop.id()));
            check(seat, shown, viewer.distance(drop.x(), drop.y()));
        }
        StateMap<StateObject> listed = RealmState.PLAYERS.of(root);
        assertThat(listed.keys())
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(
                        script.world.players().stream().map(Player::sessionId).toList()));
    }

    private static void checkFields(FakeSeat seat, StateObject shown, Monster monster) {
        if (seat.view().has(shown)) {
            assertThat(MonsterState.X.get(shown)).isCloseTo(monster.x(), within(0.004));
            assertThat(MonsterState.Y.get(shown)).isCloseTo(monster.y(), within(0.004));
            assertThat(MonsterState.HP.get(shown)).isEqualTo(monster.hp());
            assertThat(MonsterState.STATE.get(shown))
                    .isEqualTo(List.of(AiState.values()).indexOf(monster.state()));
            assertThat(MonsterState.TARGET.get(shown)).isEqualTo(monster.target());
            assertThat(MonsterState.STATUSES.of(shown).keys())
                    .containsExactlyInAnyOrderElementsOf(
                            monster.statuses().stream().map(Status::id).toList());
        }
    }

    private static void check(FakeSeat seat, StateObject shown, double distance) {
        if (distance <= SIGHT) {
            assertThat(seat.view().has(shown)).isTrue();
        } else if (distance > SIGHT * Sight.LEAVE) {
            assertThat(seat.view().has(shown)).isFalse();
        }
    }
}
