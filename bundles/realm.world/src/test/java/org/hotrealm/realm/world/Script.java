package org.hotrealm.realm.world;

import java.util.List;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Push;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Parcel;

/** A world that many things happen to, each chosen by a number: the same numbers make the same world. */
final class Script {

    static final ZoneMap ZONE = Maps.field(64)
            .spawn("camp", "goblin", 6, 4, 4, 20, 20)
            .spawn("wood", "wolf", 5, 36, 6, 20, 20)
            .spawn("yard", "skeleton", 4, 8, 36, 20, 20)
            .build();

    final FakeRoom room;
    final World world;

    Script(long seed) {
        this(seed, Samples.with(ZONE).build());
    }

    Script(long seed, ContentSet content) {
        room = new FakeRoom(seed);
        world = new WorldsComponent().create(room, content);
        room.state(new WorldsComponent().state(world));
    }

    /** Goes on with a world made from another script's parcel, with the same people on its seats. */
    Script(Script other, Parcel parcel, ContentSet content) {
        room = new FakeRoom(0);
        room.tick(other.room.tick());
        other.room.seats().forEach(seat -> room.sit(seat.sessionId()));
        world = new WorldsComponent().restore(room, content, parcel);
        room.state(new WorldsComponent().state(world));
    }

    /** One tick in which each number makes one thing happen. */
    void tick(List<Integer> deeds) {
        world.begin(room.nextTick());
        for (int deed : deeds) {
            act(deed & 0x7FFF_FFFF);
        }
        world.publish();
    }

    private void act(int deed) {
        int argument = deed / 16;
        switch (deed % 16) {
            case 0 -> join(argument);
            case 1 -> leave(argument);
            case 2, 3, 4 -> wander(argument);
            case 5 -> wound(argument);
            case 6 -> think(argument);
            case 7 -> anger(argument);
            case 8 -> lay(argument);
            case 9 -> takeUp(argument);
            case 10 -> carry(argument);
            case 11 -> ask(argument);
            case 12 -> kill(argument);
            case 13 -> reviveOne(argument);
            case 14 -> world.addMonster("slime", 3 + argument % 50, 3 + argument % 47);
            default -> world.memory().set("night " + argument % 5, argument % 7);
        }
    }

    private void join(int n) {
        String session = "session-" + n % 8;
        if (world.player(session) == null) {
            room.sit(session);
            world.addPlayer(session, "Ada " + n % 8, "hero");
        }
    }

    private void leave(int n) {
        Player player = world.player("session-" + n % 8);
        if (player != null && n % 3 == 0) {
            world.removePlayer(player);
            room.stand("session-" + n % 8);
        }
    }

    private void wander(int n) {
        double x = 1.5 + n % 61;
        double y = 1.5 + n / 61 % 61;
        List<Player> players = world.players();
        if (n % 2 == 0 && !players.isEmpty()) {
            Player player = players.get(n % players.size());
            world.place(player, x, y);
            player.inputSeq(n);
            player.face(n);
        } else {
            world.place(monster(n), x, y);
            monster(n).walk(n % 3, n % 2);
        }
    }

    private Monster monster(int n) {
        return world.monsters().get(n % world.monsters().size());
    }

    private void wound(int n) {
        Monster monster = monster(n);
        monster.hp(monster.hp() - n % 30);
        world.affect(new Effect.Damage(n % 9, monster.id(), "strike", n % 20));
    }

    private void think(int n) {
        Monster monster = monster(n);
        monster.enter(AiState.values()[n % 6], "because of " + n);
        monster.target(n % 12);
        monster.goal(n % 60, n % 50);
        monster.path(new Path(new double[] {n % 60, 3.5}, new double[] {2.5, n % 40}, n % 3));
        monster.waypoint(n % 5, n % 2 == 0 ? 1 : -1);
        monster.thinkAt(n);
        monster.immune(n % 5 == 0);
        monster.memory().set("angle " + n % 4, n / 7.0);
        monster.cast(n % 3 == 0 ? null : new Cast("strike", n % 12, 1, 2, n, n + 9));
    }

    private void afflict(int n) {
        Actor actor = n % 3 == 0 && !world.players().isEmpty()
                ? world.players().get(n % world.players().size())
                : monster(n);
        Status.Kind[] kinds = Status.Kind.values();
        String attribute = n % 2 == 0 ? "power" : "speed";
        actor.gain(new Status(
                "strike/" + n % 5,
                "strike",
                kinds[n % kinds.length],
                n % 9,
                attribute,
                n % 40,
                1 + n % 3,
                n % 7,
                n % 2 == 0,
                n % 30,
                n));
        actor.lose("strike/" + n % 4);
        actor.globalReadyAt(n % 90);
        actor.push(n % 4 == 0 ? new Push(n % 5, n % 3, n % 50) : null);
    }

    private void anger(int n) {
        afflict(n);
        monster(n).threat().add(1 + n % 20, n % 11 - 3);
        monster(n).readyAt("skill " + n % 6, n);
    }

    private void lay(int n) {
        Drop.Origin origin = new Drop.Origin("goblin", "1.0.0", 1, n / 1e9, n % 30, "goblin", n);
        Player owner = world.players().isEmpty() ? null : world.players().getFirst();
        world.drop(origin, n % 2 == 0 ? "gold" : "potion", 1 + n % 9, 2 + n % 50, 2 + n % 40, owner);
    }

    private void takeUp(int n) {
        if (!world.drops().isEmpty()) {
            world.remove(world.drops().get(n % world.drops().size()));
        }
    }

    private void carry(int n) {
        if (!world.players().isEmpty()) {
            Player player = world.players().get(n % world.players().size());
            player.give("gold", 1 + n % 50);
            player.take("gold", n % 20);
            player.gain(n % 90);
            player.connected(n % 4 != 0);
            player.readyAt("strike", n);
            earn(player, n);
        }
    }

    private void earn(Player player, int n) {
        Drop.Origin origin = new Drop.Origin("goblin", "1.0.0", 1, n / 1e9, n % 30, "goblin", n);
        player.give("dagger", 1 + n % 3, List.of(new Drop.Source(origin, 1)));
        player.bag().stream()
                .filter(stack -> stack.item().equals("dagger") && n % 2 == 0)
                .findFirst()
                .ifPresent(stack -> player.wear(stack.id()));
        player.luck("goblin/rare", n % 5);
        player.killed(n % 2 == 0 ? "goblin" : "wolf");
        player.ledger().key(n % 3 == 0 ? "" : "key-" + n % 4);
        player.ledger().withhold(new Event.Gained(player.id(), n % 40, n % 9));
        if (n % 4 == 1) {
            player.ledger().asked(player.ledger().now());
        } else if (n % 4 == 2) {
            player.ledger().stored(player.ledger().asked());
        }
        world.drop(player.id(), List.of(new Drop.Source(origin, 2)), "potion", 5, 2, 2, player);
        world.reduce(world.drops().getLast(), 1 + n % 4);
    }

    private void ask(int n) {
        world.submit(new Intent.Use(n % 20, "strike", n % 9, n % 60, 4));
        world.submit(new Intent.Walk(n % 20, 1, 0, n));
        world.take(Intent.Say.class);
        if (n % 2 == 0) {
            world.take(Intent.Use.class);
        }
        world.submit(new Intent.Equip(n % 20, n % 2 == 0 ? null : ItemDef.Slot.WEAPON, "dagger"));
        world.submit(new Intent.Unequip(n % 20, ItemDef.Slot.TRINKET));
        world.submit(new Intent.Discard(n % 20, "gold", n % 7));
        world.launch(new Flight(n % 20, "bolt", n % 9, 3, n % 50, n % 30, n % 40));
        world.takeLanding();
    }

    private void kill(int n) {
        Monster monster = monster(n);
        monster.hp(0);
        monster.present(n % 2 == 0);
        monster.respawnAt(n);
    }

    private void reviveOne(int n) {
        if (!monster(n).alive()) {
            monster(n).revive();
        }
    }
}
