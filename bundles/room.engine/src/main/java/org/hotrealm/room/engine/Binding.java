package org.hotrealm.room.engine;

import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pin;
import org.jspecify.annotations.Nullable;

/** A version of a system and the service that provides it. The only place where a behaviour's object is kept. */
record Binding(Pin pin, Behaviour service) {

    /** By hand: what the JDK makes for a record's equality it keeps, softly, with the record's class. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Binding binding && binding.service == service && binding.pin.equals(pin);
    }

    @Override
    public int hashCode() {
        return pin.hashCode();
    }
}
