package org.hotrealm.room.api;

/**
 * The answer to a client's request.
 *
 * @param request the request's id
 * @param status how it went
 * @param payload the value, the reason of a rejection, or {@code {name, message}} of a fault
 */
public record Answer(long request, Status status, Payload payload) {

    /** How a request went; the order is that of the wire. */
    public enum Status {
        /** Answered. */
        OK,
        /** The handler refused, with a reason. */
        REJECTED,
        /** The handler failed or there is none. */
        ERROR
    }
}
