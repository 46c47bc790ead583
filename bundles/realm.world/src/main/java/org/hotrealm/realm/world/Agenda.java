package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Flight;
import org.hotrealm.realm.api.Intent;

/** What a tick's phases hand on to each other. */
final class Agenda {

    private final ArrayList<Intent> intents = new ArrayList<>();
    private final ArrayList<Effect> effects = new ArrayList<>();
    private final ArrayList<Event> events = new ArrayList<>();
    private final ArrayList<Flight> flights = new ArrayList<>();
    private final List<Flight> flightsSeen = Collections.unmodifiableList(flights);
    private final List<Intent> intentsSeen = Collections.unmodifiableList(intents);
    private final List<Event> eventsSeen = Collections.unmodifiableList(events);

    void submit(Intent intent) {
        intents.add(intent);
    }

    List<Intent> intents() {
        return intentsSeen;
    }

    <T extends Intent> List<T> take(Class<T> type) {
        List<T> taken = List.of();
        int kept = 0;
        for (int i = 0; i < intents.size(); i++) {
            Intent intent = intents.get(i);
            if (type.isInstance(intent)) {
                taken = taken.isEmpty() ? new ArrayList<>() : taken;
                taken.add(type.cast(intent));
            } else {
                intents.set(kept++, intent);
            }
        }
        intents.subList(kept, intents.size()).clear();
        return taken;
    }

    /** Forgets what an actor that is gone has asked for. */
    void forget(int actor) {
        intents.removeIf(intent -> intent.actor() == actor);
    }

    void affect(Effect effect) {
        effects.add(effect);
    }

    List<Effect> takeEffects() {
        if (effects.isEmpty()) {
            return List.of();
        }
        List<Effect> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    void launch(Flight flight) {
        flights.add(flight);
    }

    List<Flight> flights() {
        return flightsSeen;
    }

    List<Flight> takeLanding(long tick) {
        List<Flight> landing = List.of();
        int kept = 0;
        for (int i = 0; i < flights.size(); i++) {
            Flight flight = flights.get(i);
            if (flight.lands() <= tick) {
                landing = landing.isEmpty() ? new ArrayList<>() : landing;
                landing.add(flight);
            } else {
                flights.set(kept++, flight);
            }
        }
        flights.subList(kept, flights.size()).clear();
        return landing;
    }

    void happened(Event event) {
        events.add(event);
    }

    List<Event> events() {
        return eventsSeen;
    }

    void begin() {
        events.clear();
    }

    /** Events are left out: they went to the clients in the tick that is over. */
    void write(ByteWriter out) {
        out.whole(intents.size());
        intents.forEach(intent -> Codec.intent(out, intent));
        out.whole(effects.size());
        effects.forEach(effect -> Codec.effect(out, effect));
        out.whole(flights.size());
        flights.forEach(flight -> Codec.flight(out, flight));
    }

    void read(ByteReader in) {
        int many = in.count();
        for (int i = 0; i < many; i++) {
            intents.add(Codec.intent(in));
        }
        int waiting = in.count();
        for (int i = 0; i < waiting; i++) {
            effects.add(Codec.effect(in));
        }
        int flying = in.count();
        for (int i = 0; i < flying; i++) {
            flights.add(Codec.flight(in));
        }
    }
}
