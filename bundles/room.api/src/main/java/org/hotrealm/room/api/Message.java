package org.hotrealm.room.api;

/**
 * One message of a client.
 *
 * @param type the type as text; a numeric type 7 is {@code #7}
 * @param payload what it carries; for raw bytes a payload holding a {@code byte[]}
 * @param bytes whether it came as raw bytes
 */
public record Message(String type, Payload payload, boolean bytes) {}
