package org.hotrealm.net.transport;

import java.util.EnumMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what clients do wrong, by kind, and logs a sample of each. Any thread. */
final class Offences {

    private static final Logger LOG = LoggerFactory.getLogger(Offences.class);

    private final Map<Offence, Sampled> kinds = new EnumMap<>(Offence.class);

    Offences() {
        for (Offence kind : Offence.values()) {
            kinds.put(kind, new Sampled(LOG));
        }
    }

    /**
     * Counts a case, and tells it if it is its turn.
     *
     * @param what in a sentence, with the limit
     * @param who the client's address
     */
    void note(Offence kind, String what, String who) {
        of(kind).note(what, who);
    }

    long count(Offence kind) {
        return of(kind).count();
    }

    private Sampled of(Offence kind) {
        return java.util.Objects.requireNonNull(kinds.get(kind), "every kind is counted");
    }
}
