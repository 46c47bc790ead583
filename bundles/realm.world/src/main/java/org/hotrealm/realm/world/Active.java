package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.hotrealm.realm.api.Actor;

/** Who has a running cast or a status, by rising id. What follows from the world's state, and so is in no parcel. */
final class Active {

    private static final Comparator<Actor> BY_ID = Comparator.comparingInt(Actor::id);

    private final List<Actor> actors = new ArrayList<>();
    private final List<Actor> seen = Collections.unmodifiableList(actors);
    private final List<Body> fresh = new ArrayList<>();

    void add(Body body) {
        if (!body.active) {
            body.active = true;
            fresh.add(body);
        }
    }

    /** Somebody is gone for good. */
    void forget(Body body) {
        if (body.active) {
            body.active = false;
            fresh.remove(body);
            actors.remove(body.actor());
        }
    }

    List<Actor> now() {
        int kept = 0;
        for (int i = 0; i < actors.size(); i++) {
            Actor actor = actors.get(i);
            if (((Body) actor).stirring()) {
                actors.set(kept++, actor);
            } else {
                ((Body) actor).active = false;
            }
        }
        actors.subList(kept, actors.size()).clear();
        for (int i = 0; i < fresh.size(); i++) {
            if (fresh.get(i).stirring()) {
                actors.add(fresh.get(i).actor());
            } else {
                fresh.get(i).active = false;
            }
        }
        if (!fresh.isEmpty()) {
            fresh.clear();
            actors.sort(BY_ID);
        }
        return seen;
    }
}
