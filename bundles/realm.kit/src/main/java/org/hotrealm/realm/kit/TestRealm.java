package org.hotrealm.realm.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Push;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.world.WorldsComponent;

/**
 * A world that ticks by hand: everybody walks, or is thrown where it is, then the systems given run. Effects and events are gathered, not carried
 * out, unless a system does so.
 */
public final class TestRealm {

    private final FakeRoom room;
    private final World world;
    private final List<RealmSystem> systems = new ArrayList<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    /** A realm of this content at 20 ticks a second. */
    public TestRealm(ContentSet content, long seed) {
        room = new FakeRoom(seed);
        world = new WorldsComponent().create(room, content);
    }

    /** Adds systems, run in this order. */
    public TestRealm with(RealmSystem... more) {
        systems.addAll(List.of(more));
        return this;
    }

    /** From now on its room gives up so much because it cannot keep up. */
    public TestRealm rung(int now) {
        room.rung(now);
        return this;
    }

    /** The world. */
    public World world() {
        return world;
    }

    /** A player at a place. */
    public Player player(String session, double x, double y) {
        Player player = world.addPlayer(session, session, "hero");
        world.place(player, x, y);
        return player;
    }

    /** A monster at a place, looking to the right. */
    public Monster monster(String kind, double x, double y) {
        Monster monster = world.addMonster(kind, x, y);
        monster.face(0);
        return monster;
    }

    /** One tick. */
    public void tick() {
        world.begin(room.nextTick());
        world.players().forEach(this::move);
        world.monsters().forEach(this::move);
        systems.forEach(system -> system.run(world));
        effects.addAll(world.takeEffects());
        events.addAll(world.events());
    }

    /** So many ticks. */
    public void ticks(int count) {
        for (int i = 0; i < count; i++) {
            tick();
        }
    }

    /** Ticks until something is so; how many it took, or -1 where it was not so after that many. */
    public int until(BooleanSupplier condition, int most) {
        for (int i = 1; i <= most; i++) {
            tick();
            if (condition.getAsBoolean()) {
                return i;
            }
        }
        return -1;
    }

    /** The effects so far; the list is the caller's to clear. */
    public List<Effect> effects() {
        return effects;
    }

    /** The events so far; the list is the caller's to clear. */
    public List<Event> events() {
        return events;
    }

    /** The events of a type so far. */
    public <T extends Event> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private void move(Actor actor) {
        if (!actor.alive()) {
            return;
        }
        Push push = actor.push();
        double seconds = world.tick().seconds();
        if (push != null && world.tick().number() <= push.until()) {
            move(actor, push.velocityX() * seconds, push.velocityY() * seconds);
        } else {
            actor.push(null);
            double made = seconds * actor.pace();
            move(actor, actor.velocityX() * made, actor.velocityY() * made);
        }
    }

    private void move(Actor actor, double dx, double dy) {
        double x = actor.x() + dx;
        double y = actor.y() + dy;
        if (!world.map().blocked(x, y, actor.radius())) {
            world.place(actor, x, y);
        } else if (!world.map().blocked(x, actor.y(), actor.radius())) {
            world.place(actor, x, actor.y());
        } else if (!world.map().blocked(actor.x(), y, actor.radius())) {
            world.place(actor, actor.x(), y);
        }
    }
}
