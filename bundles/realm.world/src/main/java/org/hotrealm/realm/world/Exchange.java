package org.hotrealm.realm.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.World;

/** What the phases of a tick hand on to each other: wishes, effects, flights, events, and arrays to work with. */
abstract class Exchange implements World {

    private final Agenda agenda = new Agenda();
    private final Map<String, int[]> scratch = new HashMap<>();

    final Agenda agenda() {
        return agenda;
    }

    @Override
    public final void submit(Intent intent) {
        agenda.submit(intent);
    }

    @Override
    public final List<Intent> intents() {
        return agenda.intents();
    }

    @Override
    public final <T extends Intent> List<T> take(Class<T> type) {
        return agenda.take(type);
    }

    @Override
    public final void affect(Effect effect) {
        agenda.affect(effect);
    }

    @Override
    public final List<Effect> takeEffects() {
        return agenda.takeEffects();
    }

    @Override
    public final void launch(Flight flight) {
        agenda.launch(flight);
    }

    @Override
    public final List<Flight> flights() {
        return agenda.flights();
    }

    @Override
    public final List<Flight> takeLanding() {
        return agenda.takeLanding(tick().number());
    }

    @Override
    public final void happened(Event event) {
        if (event instanceof Event.Hurt hurt) {
            inCombat(hurt.actor());
            inCombat(hurt.source());
        } else if (event instanceof Event.Shielded shielded) {
            inCombat(shielded.actor());
            inCombat(shielded.source());
        }
        agenda.happened(event);
    }

    private void inCombat(int id) {
        if (actor(id) instanceof Body body) {
            body.lastCombat(tick().number());
        }
    }

    @Override
    public final List<Event> events() {
        return agenda.events();
    }

    @Override
    public final int[] scratch(String name, int size) {
        int[] known = scratch.get(name);
        if (known == null || known.length != size) {
            known = new int[size];
            scratch.put(name, known);
        }
        return known;
    }
}
