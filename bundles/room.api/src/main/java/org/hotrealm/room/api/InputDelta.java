package org.hotrealm.room.api;

/**
 * One input of a client on its way to the room: the difference to the one before, not looked into yet.
 *
 * @param reliable whether it came on the channel that loses nothing, where sequences count from 1 on each connection; on the
 *     other they go on over a reconnection
 * @param sequence the number under which the client knows it
 * @param renderMillis the room's time that the client showed; 0 for unknown
 * @param reckonMillis the room's time that the client reckoned with; 0 for unknown
 * @param bytes holds the body, which nobody changes
 * @param from where the body begins
 * @param to where it ends
 */
public record InputDelta(
        boolean reliable, long sequence, long renderMillis, long reckonMillis, byte[] bytes, int from, int to) {}
