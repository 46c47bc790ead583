package org.hotrealm.room.api;

import java.util.Arrays;

/**
 * The one carrier of state across a swap, a timer or a move: bytes that say what they are.
 *
 * @param kind what the bytes hold, such as {@code realm.world}
 * @param schema the version of their layout, from 1; a reader refuses what is newer than it knows
 * @param bytes the content; copied in and out
 */
public record Parcel(String kind, int schema, byte[] bytes) {

    /** Copies the bytes. */
    public Parcel {
        bytes = bytes.clone();
    }

    /** A parcel without content. */
    public static Parcel empty(String kind) {
        return new Parcel(kind, 1, new byte[0]);
    }

    /** A parcel carrying a payload. */
    public static Parcel of(String kind, Payload payload) {
        return new Parcel(kind, 1, payload.bytes());
    }

    /**
     * What {@link #of} put in; {@link Payload#NONE} for a parcel without content.
     *
     * @throws IllegalArgumentException where the bytes are no payload
     */
    public Payload payload() {
        return bytes.length == 0 ? Payload.NONE : Payload.ofBytes(bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parcel p && p.kind.equals(kind) && p.schema == schema && Arrays.equals(p.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return kind.hashCode() * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Parcel[%s, schema %d, %d bytes]".formatted(kind, schema, bytes.length);
    }
}
