package org.hotrealm.realm.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotrealm.realm.api.Actor;
import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Path;
import org.hotrealm.realm.api.Transition;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;

/** Why a monster does what it does. */
final class Explanation {

    private Explanation() {}

    static Payload of(World world, int asker, int id) throws RefusedException {
        @Nullable Actor self = world.actor(asker);
        double sight = world.content().realm().sightTiles();
        if (!(world.actor(id) instanceof Monster monster)
                || !monster.present()
                || self == null
                || self.distance(monster) > sight) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "you see no monster %d".formatted(id));
        }
        return of(world, monster);
    }

    /** What an operator asks: a monster by its id, or how all of a kind are. */
    static Payload asked(World world, String what) throws RefusedException {
        if (what.matches("\\d{1,9}")) {
            if (world.actor(Integer.parseInt(what)) instanceof Monster monster) {
                return of(world, monster);
            }
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "there is no monster %s".formatted(what));
        }
        List<Map<String, Object>> found = new ArrayList<>();
        for (Monster monster : world.monsters()) {
            if (what.isEmpty() || monster.kind().equals(what)) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("id", (long) monster.id());
                one.put("kind", monster.kind());
                one.put("state", name(monster.state()));
                one.put("ticks", world.tick().number() - monster.stateSince());
                one.put("target", nameOf(world, monster.target()));
                found.add(one);
            }
        }
        return Payload.map("monsters", found);
    }

    private static Payload of(World world, Monster monster) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", (long) monster.id());
        out.put("kind", monster.kind());
        out.put("state", name(monster.state()));
        out.put("ticks", world.tick().number() - monster.stateSince());
        out.put("immune", monster.immune());
        out.put("target", (long) monster.target());
        out.put("targetName", nameOf(world, monster.target()));
        out.put("threat", threat(world, monster));
        out.put("transitions", transitions(world, monster));
        out.put("home", point(monster.homeX(), monster.homeY()));
        if (!Double.isNaN(monster.goalX())) {
            out.put("goal", point(monster.goalX(), monster.goalY()));
        }
        out.put("path", path(monster.path()));
        return Payload.of(out);
    }

    private static List<Map<String, Object>> threat(World world, Monster monster) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (int actor : monster.threat().actors()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", (long) actor);
            entry.put("name", nameOf(world, actor));
            entry.put("amount", monster.threat().of(actor));
            list.add(entry);
        }
        return list;
    }

    private static List<Map<String, Object>> transitions(World world, Monster monster) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Transition t : monster.transitions()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("ago", world.tick().number() - t.tick());
            entry.put("from", name(t.from()));
            entry.put("to", name(t.to()));
            entry.put("reason", t.reason());
            list.add(entry);
        }
        return list;
    }

    private static List<Map<String, Object>> path(@Nullable Path path) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (int i = path == null ? 0 : path.next(); path != null && i < path.xs().length; i++) {
            list.add(point(path.xs()[i], path.ys()[i]));
        }
        return list;
    }

    private static Map<String, Object> point(double x, double y) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("x", x);
        point.put("y", y);
        return point;
    }

    private static String nameOf(World world, int id) {
        @Nullable Actor actor = world.actor(id);
        return actor == null ? "" : actor.name();
    }

    private static String name(AiState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
