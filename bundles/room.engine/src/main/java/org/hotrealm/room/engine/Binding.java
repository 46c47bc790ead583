package org.hotrealm.room.engine;

import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pin;

/** A version of a system and the service that provides it. The only place where a behaviour's object is kept. */
record Binding(Pin pin, Behaviour service) {}
