package org.hotrealm.room.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A swappable part of rooms: a room type, the monster AI, the skills, the loot rules. Registered as a service under this
 * very interface ({@code @Component(service = Behaviour.class)}), whatever narrower one it implements; the room engine pins
 * one version of each {@linkplain #system() system} per room and rebinds rooms between ticks.
 *
 * <p>The version of a behaviour is the version of the bundle that registers it. Several versions of one system may be
 * installed side by side.
 *
 * <p>A behaviour owns nothing between ticks: whatever it must remember lives in the room, in api types or primitives.
 * An object, lambda or record of a behaviour's own classes kept in a room would keep its class loader alive after the
 * swap. Every method is called on the thread of the room concerned, and from many rooms at the same time.
 */
@ConsumerType
public interface Behaviour {

    /**
     * The name under which rooms pin this part, such as {@code monsters}. Lower-case letters, digits and dots; the same
     * for every version.
     */
    String system();
}
