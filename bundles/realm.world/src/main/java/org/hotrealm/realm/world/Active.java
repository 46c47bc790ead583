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
        dropIdle();
        if (!fresh.isEmpty()) {
            admit();
        }
        return seen;
    }

    /** Writes nothing where nobody has become idle: most ticks. */
    private void dropIdle() {
        int kept = 0;
        int size = actors.size();
        for (int i = 0; i < size; i++) {
            Body body = (Body) actors.get(i);
            if (!body.stirring()) {
                body.active = false;
            } else {
                if (kept != i) {
                    actors.set(kept, actors.get(i));
                }
                kept++;
            }
        }
        if (kept < size) {
            actors.subList(kept, size).clear();
        }
    }

    private void admit() {
        for (int i = 0; i < fresh.size(); i++) {
            Body body = fresh.get(i);
            if (body.stirring()) {
                actors.add(body.actor());
            } else {
                body.active = false;
            }
        }
        fresh.clear();
        actors.sort(BY_ID);
    }

    /** Something that all statuses depend on has changed. */
    void lookAtAll() {
        for (int i = 0; i < actors.size(); i++) {
            ((Body) actors.get(i)).lookAtStatuses();
        }
    }
}
