package org.hotrealm.room.api;

/**
 * One of the equal parts of a tick in a room with {@link RoomSettings#subSteps()}.
 *
 * @param number steps since the room began, the first being 1
 * @param index its place within the tick, from 0
 * @param seconds its length in seconds
 */
public record Step(long number, int index, double seconds) {}
