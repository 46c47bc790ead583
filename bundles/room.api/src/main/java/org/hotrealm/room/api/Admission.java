package org.hotrealm.room.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Decides, when a client connects to its reserved seat, whether it may take it. */
@ConsumerType
@FunctionalInterface
public interface Admission {

    /**
     * Asked on a virtual thread, which may block, while the seat stays reserved and the room goes on. Not asked about
     * clients that come back.
     *
     * @return what {@link Seat#auth()} gives from now on
     * @throws RefusedException to turn the client away with a code and a text
     */
    Payload admit(Visitor visitor) throws RefusedException;
}
