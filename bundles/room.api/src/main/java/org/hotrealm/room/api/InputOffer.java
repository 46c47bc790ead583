package org.hotrealm.room.api;

/**
 * What a client that joins is told of the room's inputs.
 *
 * @param settings as the room type gave them
 * @param types the input type in the codec's own bytes; not changed by anybody
 * @param rate inputs per second
 * @param patchMillis between two patches
 */
public record InputOffer(InputSettings settings, byte[] types, double rate, int patchMillis) {}
