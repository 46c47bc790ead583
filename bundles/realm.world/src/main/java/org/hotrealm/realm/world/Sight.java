package org.hotrealm.realm.world;

import org.hotrealm.state.schema.StateView;
import org.jspecify.annotations.Nullable;

/**
 * The area of interest of one player. Something enters at the sight distance and leaves at 1.15 times that, so that
 * nothing flickers at the edge.
 */
final class Sight {

    static final double LEAVE = 1.15;

    private final Seen bodies = new Seen();
    private final Seen drops = new Seen();
    private @Nullable StateView view;

    void look(StateView now, LiveWorld world, LivePlayer self) {
        boolean strange = now != view;
        if (strange) {
            bodies.clear();
            drops.clear();
            view = now;
        }
        double sight = world.content().realm().sightTiles();
        if (strange) {
            remember(now, world, self, sight);
        }
        lookAtBodies(world.roster().grid(), self, sight);
        world.ground().look(drops, self, sight);
        bodies.apply(now);
        drops.apply(now);
    }

    /** A view from before the world was parked: what is in it and not out of sight by now stays in it. */
    private void remember(StateView now, LiveWorld world, LivePlayer self, double sight) {
        if (now.size() == 0) {
            return;
        }
        Grid grid = world.roster().grid();
        int from = grid.mark();
        int to = grid.collect(self.x(), self.y(), sight * LEAVE);
        for (int i = from; i < to; i++) {
            if (now.has(grid.at(i).shown)) {
                bodies.see(grid.at(i).id(), grid.at(i).shown);
            }
        }
        grid.release(from);
        world.ground().remember(now, drops);
        now.clear();
        bodies.apply(now);
        drops.apply(now);
    }

    private void lookAtBodies(Grid grid, LivePlayer self, double sight) {
        int from = grid.mark();
        int to = grid.collect(self.x(), self.y(), sight * LEAVE);
        for (int i = from; i < to; i++) {
            Body body = grid.at(i);
            if (within(self, body.x(), body.y(), sight) || bodies.had(body.id())) {
                body.refresh();
                bodies.see(body.id(), body.shown);
            }
        }
        grid.release(from);
    }

    static boolean within(LivePlayer self, double x, double y, double distance) {
        double dx = x - self.x();
        double dy = y - self.y();
        return dx * dx + dy * dy <= distance * distance;
    }
}
