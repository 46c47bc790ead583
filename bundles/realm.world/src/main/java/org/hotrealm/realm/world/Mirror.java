package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.state.schema.StateMap;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the synchronised state and each seat's view to what is in sight. The fields of a body are copied only while
 * somebody sees it: what nobody sees costs nothing, and its fields are as old as the last look at it.
 */
final class Mirror {

    /** Clients count on by themselves in between. */
    private static final int TICK_EVERY_MILLIS = 1_000;

    private final LiveWorld world;
    private final Room room;
    private final StateObject root;
    private final List<LivePlayer> left = new ArrayList<>();
    private final List<LiveMonster> removed = new ArrayList<>();
    private boolean tickShown;

    Mirror(LiveWorld world, Room room, StateObject root) {
        this.root = root;
        this.tickShown = RealmState.TICK.isSet(root);
        this.world = world;
        this.room = room;
    }

    StateObject root() {
        return root;
    }

    void versions(Map<String, String> versions) {
        StateMap<String> shown = RealmState.VERSIONS.of(root);
        for (String system : List.copyOf(shown.keys())) {
            if (!versions.containsKey(system)) {
                shown.remove(system);
            }
        }
        versions.forEach(shown::put);
    }

    void left(LivePlayer player) {
        left.add(player);
    }

    void removed(LiveMonster monster) {
        removed.add(monster);
    }

    /** Entries come before views and go after them: a view only ever names what is in the state. */
    void publish() {
        RealmState.ZONE.set(root, world.zone());
        RealmState.TICK_MILLIS.set(root, world.tick().stepMillis());
        long tick = world.tick().number();
        if (tick % world.tick().ticks(TICK_EVERY_MILLIS) == 0 || !tickShown) {
            tickShown = true;
            RealmState.TICK.set(root, tick & 0xFFFF_FFFFL);
        }
        listPlayers();
        listMonsters();
        world.ground().list(RealmState.DROPS.of(root));
        look();
        world.ground().unlist(RealmState.DROPS.of(root));
        unlist();
    }

    private void listPlayers() {
        IdList<LivePlayer> players = world.roster().players();
        for (int i = 0; i < players.size(); i++) {
            LivePlayer player = players.get(i);
            player.ledger().settle();
            if (!player.listed) {
                player.listed = true;
                RealmState.PLAYERS.put(root, player.sessionId(), player.shown);
            }
        }
    }

    private void listMonsters() {
        if (!world.roster().changed()) {
            return;
        }
        IdList<LiveMonster> monsters = world.roster().monsters();
        for (int i = 0; i < monsters.size(); i++) {
            LiveMonster monster = monsters.get(i);
            if (monster.listed == monster.present()) {
                continue;
            }
            if (monster.listed) {
                removed.add(monster);
            } else {
                monster.listed = true;
                RealmState.MONSTERS.put(root, Integer.toString(monster.id()), monster.shown);
            }
        }
    }

    private void look() {
        world.roster().grid().beginLooks();
        IdList<LivePlayer> players = world.roster().players();
        for (int i = 0; i < players.size(); i++) {
            LivePlayer player = players.get(i);
            Seat seat = room.seat(player.sessionId());
            @Nullable StateView view = seat == null ? null : seat.view();
            if (view != null) {
                player.sight.look(view, world, player);
            }
        }
    }

    private void unlist() {
        for (int i = 0; i < left.size(); i++) {
            LivePlayer player = left.get(i);
            // The session may have a new player already.
            if (RealmState.PLAYERS.get(root, player.sessionId()) == player.shown) {
                RealmState.PLAYERS.remove(root, player.sessionId());
            }
        }
        left.clear();
        for (int i = 0; i < removed.size(); i++) {
            LiveMonster monster = removed.get(i);
            if (monster.listed) {
                monster.listed = false;
                RealmState.MONSTERS.remove(root, Integer.toString(monster.id()));
            }
        }
        removed.clear();
    }
}
