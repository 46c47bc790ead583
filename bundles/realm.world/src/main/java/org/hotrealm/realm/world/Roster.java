package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ZoneMap;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.jspecify.annotations.Nullable;

/** Who is in the world, by id, by session and by place. */
final class Roster {

    private final IdList<LivePlayer> players = new IdList<>(Body::id);
    private final IdList<LiveMonster> monsters = new IdList<>(Body::id);
    private final List<Player> playersSeen = Collections.unmodifiableList(players);
    private final List<Monster> monstersSeen = Collections.unmodifiableList(monsters);
    private final Map<String, LivePlayer> bySession = new TreeMap<>();
    private Grid grid;
    private boolean changed = true;
    /** Whether there may be monsters of no spawn that are not on the map. */
    private boolean someAbsent;

    Roster(ZoneMap map) {
        grid = new Grid(map.width(), map.height());
    }

    Grid grid() {
        return grid;
    }

    IdList<LivePlayer> players() {
        return players;
    }

    IdList<LiveMonster> monsters() {
        return monsters;
    }

    List<Player> playersSeen() {
        return playersSeen;
    }

    List<Monster> monstersSeen() {
        return monstersSeen;
    }

    @Nullable
    Actor find(int id) {
        LiveMonster monster = monsters.find(id);
        return monster != null ? monster : players.find(id);
    }

    @Nullable
    LivePlayer player(String sessionId) {
        return bySession.get(sessionId);
    }

    void add(LivePlayer player) {
        players.append(player);
        bySession.put(player.sessionId(), player);
        grid.put(player);
    }

    void add(LiveMonster monster) {
        monsters.append(monster);
        changed = true;
        someAbsent |= !monster.present();
        if (monster.present()) {
            grid.put(monster);
        }
    }

    /** Takes a player out; monsters forget it. Null where there was none. */
    @Nullable
    LivePlayer removePlayer(String sessionId) {
        LivePlayer gone = bySession.remove(sessionId);
        if (gone != null) {
            players.drop(gone.id());
            grid.remove(gone);
            for (int i = 0; i < monsters.size(); i++) {
                monsters.get(i).forget(gone.id());
            }
        }
        return gone;
    }

    void remove(LiveMonster monster) {
        monsters.drop(monster.id());
        grid.remove(monster);
    }

    /** Whether monsters came, appeared or vanished since this was last asked. */
    boolean changed() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** A monster has appeared on the map or vanished from it. */
    void appeared(LiveMonster monster, boolean now) {
        changed = true;
        someAbsent |= !now;
        if (now) {
            grid.put(monster);
        } else {
            grid.remove(monster);
        }
    }

    /** Monsters that are gone and will not come back. */
    List<LiveMonster> forsaken() {
        List<LiveMonster> gone = List.of();
        if (!someAbsent) {
            return gone;
        }
        someAbsent = false;
        for (int i = 0; i < monsters.size(); i++) {
            LiveMonster monster = monsters.get(i);
            boolean stray = !monster.present() && monster.spawn() == null;
            someAbsent |= stray;
            if (stray && monster.respawnAt() == 0) {
                gone = gone.isEmpty() ? new ArrayList<>() : gone;
                gone.add(monster);
            }
        }
        return gone;
    }

    /** Files everybody anew on a map of another size. */
    void rebuild(ZoneMap map) {
        players.forEach(grid::remove);
        monsters.forEach(grid::remove);
        grid = new Grid(map.width(), map.height());
        players.forEach(grid::put);
        monsters.stream().filter(LiveMonster::present).forEach(grid::put);
    }
}
