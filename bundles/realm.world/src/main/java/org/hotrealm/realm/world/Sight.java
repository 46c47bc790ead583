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
        world.roster().grid().look(bodies, self.x(), self.y(), sight, sight * LEAVE);
        world.ground().look(drops, self, sight);
        bodies.apply(now);
        drops.apply(now);
    }

    /** A view from before the world was parked: what is in it and not out of sight by now stays in it. */
    private void remember(StateView now, LiveWorld world, LivePlayer self, double sight) {
        if (now.size() == 0) {
            return;
        }
        world.roster().grid().remember(bodies, now, self.x(), self.y(), sight * LEAVE);
        world.ground().remember(now, drops);
        now.clear();
        bodies.apply(now);
        drops.apply(now);
    }

    static boolean within(LivePlayer self, double x, double y, double distance) {
        double dx = x - self.x();
        double dy = y - self.y();
        return dx * dx + dy * dy <= distance * distance;
    }
}
