package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.hotrealm.content.files.ShippedContent;
import org.hotrealm.monster.ai.MonsterAi;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Transition;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.skill.book.SkillBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped kinds in the shipped zone, with all systems, tick by tick: each kind fights in its own way. */
final class KindsTest {

    private final Bench bench = new Bench(ShippedContent.read());
    private Player ada;

    @BeforeEach
    void begin() throws RefusedException {
        bench.room.pin(new MonsterAi(), new SkillBook());
        ada = bench.player(bench.join("Ada"));
    }

    private List<Monster> of(String spawn) {
        return bench.world.monsters().stream()
                .filter(m -> m.spawn() != null && m.spawn().id().equals(spawn))
                .toList();
    }

    private List<Monster> kind(String kind) {
        return bench.world.monsters().stream()
                .filter(m -> m.kind().equals(kind))
                .toList();
    }

    /** Steps next to a monster, on a free tile. */
    private void visit(Monster monster, double away) {
        for (int i = 0; i < 16; i++) {
            double x = monster.x() + Math.cos(i * Math.PI / 8) * away;
            double y = monster.y() + Math.sin(i * Math.PI / 8) * away;
            if (!bench.world.map().blocked(x, y, ada.radius())
                    && bench.world.map().sees(x, y, monster.x(), monster.y())) {
                bench.world.place(ada, x, y);
                return;
            }
        }
        throw new AssertionError("no free place beside " + monster.name());
    }

    private void strike(Monster monster, int amount) {
        bench.world.affect(new Effect.Damage(ada.id(), monster.id(), "strike", amount));
    }

    /** Ticks with a player who cannot die until something is so; how many, or -1. */
    private int until(BooleanSupplier condition, int most) {
        for (int i = 1; i <= most; i++) {
            ada.hp(ada.maxHp());
            bench.tick();
            if (condition.getAsBoolean()) {
                return i;
            }
        }
        return -1;
    }

    /** What it did from a tick on, oldest first. */
    private static List<String> reasons(Monster monster) {
        return monster.transitions().reversed().stream().map(Transition::reason).toList();
    }

    @Test
    void goblinFleesToItsKinAndComesBackWithHelp() {
        List<Monster> camp = of("goblin-camp");
        // The one that stands furthest from the others fights alone at first.
        Monster hurt = camp.stream()
                .max(Comparator.comparingDouble(m -> camp.stream()
                        .filter(other -> other != m)
                        .mapToDouble(m::distance)
                        .min()
                        .orElse(0)))
                .orElseThrow();
        Monster friend = camp.stream()
                .filter(m -> m != hurt)
                .min(Comparator.comparingDouble(hurt::distance))
                .orElseThrow();
        hurt.face(Math.PI / 2);
        visit(hurt, 2);
        assertThat(until(() -> hurt.state() == AiState.ATTACK, 100)).isPositive();
        strike(hurt, hurt.hp() - hurt.maxHp() / 8);
        assertThat(until(() -> hurt.state() == AiState.FLEE, 4)).isPositive();
        double from = hurt.distance(friend);
        assertThat(until(() -> reasons(hurt).contains("comes back with help"), 200))
                .isPositive();
        assertThat(hurt.distance(friend))
                .as("nearer to its friend than %.1f", from)
                .isLessThanOrEqualTo(from);
        assertThat(camp).anySatisfy(goblin -> assertThat(reasons(goblin)).contains("called for help"));
        assertThat(until(() -> attackers("goblin") >= 2, 200)).isPositive();
        assertThat(reasons(hurt)).containsSubsequence("in reach", "badly hurt", "comes back with help", "in reach");
    }

    private long attackers(String kind) {
        return kind(kind).stream()
                .filter(m -> m.state() == AiState.ATTACK && m.target() == ada.id())
                .count();
    }

    @Test
    void wolvesHuntAsAPackAndBiteInTurn() {
        Monster wolf = of("wolf-den").getFirst();
        visit(wolf, 2);
        strike(wolf, 5);
        assertThat(until(() -> attackers("wolf") >= 3, 300)).isPositive();
        List<Long> bites = new ArrayList<>();
        List<Integer> biters = new ArrayList<>();
        until(
                () -> {
                    for (Event event : bench.world.events()) {
                        if (event instanceof Event.CastLanded bite
                                && bite.skill().equals("bite")) {
                            bites.add(bench.world.tick().number());
                            biters.add(bite.actor());
                        }
                    }
                    return false;
                },
                300);
        assertThat(bites).hasSizeBetween(10, 26);
        for (int i = 1; i < bites.size(); i++) {
            assertThat(bites.get(i) - bites.get(i - 1))
                    .as("ticks between two bites")
                    .isGreaterThanOrEqualTo(10);
        }
        assertThat(biters.stream().distinct().count()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void skeletonsWalkTheirWatchShootAndKeepTheirDistance() {
        Monster guard = of("graveyard-watch").getFirst();
        bench.world.place(ada, free(guard, 20).x(), free(guard, 20).y());
        List<Integer> waypoints = new ArrayList<>(List.of(guard.waypoint()));
        until(
                () -> {
                    if (guard.waypoint() != waypoints.getLast()) {
                        waypoints.add(guard.waypoint());
                    }
                    return waypoints.size() > 2;
                },
                2_000);
        assertThat(waypoints).hasSizeGreaterThan(2);
        visit(guard, 5);
        guard.face(Math.atan2(ada.y() - guard.y(), ada.x() - guard.x()));
        assertThat(until(() -> shotFrom(guard) > 3, 200))
                .as("an arrow from afar")
                .isPositive();
        visit(guard, 1.2);
        assertThat(until(() -> guard.distance(ada) > 3, 200)).as("steps back").isPositive();
    }

    private org.hotrealm.content.api.ZoneMap.Point free(Monster around, double away) {
        for (int i = 0; i < 16; i++) {
            double x = around.x() + Math.cos(i * Math.PI / 8) * away;
            double y = around.y() + Math.sin(i * Math.PI / 8) * away;
            if (!bench.world.map().blocked(x, y, ada.radius())) {
                return new org.hotrealm.content.api.ZoneMap.Point(x, y);
            }
        }
        throw new AssertionError("no free place " + away + " tiles from " + around.name());
    }

    /** How far the guard stands from whom its arrow hit in this tick; 0 where none did. */
    private double shotFrom(Monster guard) {
        Predicate<Event> arrow = e -> e instanceof Event.Hurt hurt
                && hurt.source() == guard.id()
                && hurt.skill().equals("bone_arrow");
        return bench.world.events().stream().anyMatch(arrow) ? guard.distance(ada) : 0;
    }

    @Test
    void slimeFallsApartIntoTwoThatFightOnAndFallApartNoFurther() {
        Monster slime = of("slimes-by-the-gate").getFirst();
        int before = bench.world.monsters().size();
        visit(slime, 1.5);
        strike(slime, 500);
        until(() -> false, 1);
        List<Monster> parts = kind("slimeling");
        assertThat(parts).hasSize(2).allSatisfy(part -> {
            assertThat(part.distance(slime)).isLessThan(1.5);
            assertThat(part.threat().of(ada.id())).isPositive();
        });
        assertThat(ada.xp()).isEqualTo(6);
        assertThat(until(() -> parts.stream().allMatch(p -> p.state() == AiState.ATTACK), 100))
                .isPositive();
        parts.forEach(part -> strike(part, 500));
        until(() -> false, 1);
        assertThat(ada.xp()).isEqualTo(12);
        assertThat(kind("slimeling")).hasSize(2).noneMatch(Monster::alive);
        assertThat(until(() -> kind("slimeling").isEmpty(), 100)).isPositive();
        assertThat(until(slime::alive, 400)).as("the slime itself comes back").isPositive();
        assertThat(bench.world.monsters()).hasSize(before);
    }

    @Test
    void slimelingsThatNobodyFightsVanishAfterTheirTime() {
        Monster slime = of("slimes-by-the-gate").getFirst();
        visit(slime, 1.5);
        strike(slime, 500);
        until(() -> false, 1);
        List<Monster> parts = kind("slimeling");
        bench.world.place(
                ada, bench.world.map().start().x(), bench.world.map().start().y());
        int lasts = bench.world.tick().ticks(slime.def().split().lastsMillis());
        assertThat(until(() -> kind("slimeling").isEmpty(), lasts - 100)).isEqualTo(-1);
        assertThat(until(() -> kind("slimeling").isEmpty(), 800)).isPositive();
        assertThat(parts).allMatch(part -> bench.world.actor(part.id()) == null);
    }
}
