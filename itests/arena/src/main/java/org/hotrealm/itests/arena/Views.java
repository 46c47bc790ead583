package org.hotrealm.itests.arena;

import java.util.Collection;
import org.hotrealm.itests.arena.Arena.Visitor;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateView;

/** Fills each client's view with what is within its radius; what leaves stays a little longer. One thread. */
final class Views {

    private static final double LEAVES_AT = 1.15;

    private final Arena arena;
    private final Area area;
    private final double radius;
    private final double enterSquare;
    private final double leaveSquare;
    private boolean sorted;

    Views(Rules rules, Arena arena) {
        this.arena = arena;
        radius = rules.viewRadius();
        enterSquare = radius * radius;
        leaveSquare = enterSquare * LEAVES_AT * LEAVES_AT;
        area = new Area(rules.size(), radius, arena.monsters.count() + arena.players.x.length);
    }

    /** Takes in where everything is now. */
    void refresh() {
        Monsters monsters = arena.monsters;
        Players players = arena.players;
        area.clear();
        for (int i = 0; i < monsters.count(); i++) {
            area.put(i, monsters.x[i], monsters.y[i]);
        }
        for (int n = 0; n < players.count(); n++) {
            int slot = players.live(n);
            area.put(monsters.count() + slot, players.x[slot], players.y[slot]);
        }
        area.sort();
        sorted = true;
    }

    void look(Visitor visitor) {
        StateView view = visitor.view;
        if (view == null) {
            return;
        }
        if (!sorted) {
            refresh();
        }
        double x = arena.players.x[visitor.slot];
        double y = arena.players.y[visitor.slot];
        leave(visitor.sight, view, x, y);
        enter(visitor, view, x, y);
    }

    private void leave(Sight sight, StateView view, double x, double y) {
        for (int place = sight.size() - 1; place >= 0; place--) {
            int thing = sight.at(place);
            if (square(thing, x, y) > leaveSquare) {
                StateObject picture = arena.picture(thing);
                if (picture != null) {
                    view.remove(picture);
                }
                sight.removeAt(place);
            }
        }
    }

    private void enter(Visitor visitor, StateView view, double x, double y) {
        int own = arena.monsters.count() + visitor.slot;
        int firstColumn = area.cell(x - radius);
        int lastColumn = area.cell(x + radius);
        int lastRow = area.cell(y + radius);
        for (int row = area.cell(y - radius); row <= lastRow; row++) {
            int end = area.end(row, lastColumn);
            for (int place = area.begin(row, firstColumn); place < end; place++) {
                int thing = area.thing(place);
                if (!visitor.sight.has(thing) && thing != own && square(thing, x, y) <= enterSquare) {
                    show(visitor, view, thing);
                }
            }
        }
    }

    private void show(Visitor visitor, StateView view, int thing) {
        StateObject picture = arena.picture(thing);
        if (picture != null) {
            view.add(picture);
            visitor.sight.add(thing);
        }
    }

    /** A player leaves: nobody sees it any more. */
    void forget(Visitor gone, Collection<Visitor> others) {
        int thing = arena.monsters.count() + gone.slot;
        for (Visitor other : others) {
            if (other.sight.remove(thing) && other.view != null) {
                other.view.remove(gone.player);
            }
        }
    }

    private double square(int thing, double x, double y) {
        int count = arena.monsters.count();
        double dx = (thing < count ? arena.monsters.x[thing] : arena.players.x[thing - count]) - x;
        double dy = (thing < count ? arena.monsters.y[thing] : arena.players.y[thing - count]) - y;
        return dx * dx + dy * dy;
    }
}
