package org.hotrealm.room.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;

/** Reads what a parcel holds under names; refuses what cannot be so, naming the field. */
final class Fields {

    private final Map<String, @Nullable Object> map;

    Fields(Payload payload) {
        map = payload.fields();
    }

    long whole(String name) {
        return map.get(name) instanceof Long whole ? whole : fail(name, "a whole number");
    }

    int integer(String name) {
        return Math.toIntExact(whole(name));
    }

    boolean flag(String name) {
        return map.get(name) instanceof Boolean flag ? flag : fail(name, "true or false");
    }

    String text(String name) {
        return map.get(name) instanceof String text ? text : fail(name, "a text");
    }

    /** A text, or another where there is none. */
    String text(String name, String otherwise) {
        return map.get(name) == null ? otherwise : text(name);
    }

    byte[] bytes(String name) {
        return map.get(name) instanceof byte[] bytes ? bytes : fail(name, "bytes");
    }

    /** Bytes, or null where there are none. */
    byte @Nullable [] perhaps(String name) {
        return map.get(name) == null ? null : bytes(name);
    }

    /** A payload that was put in as its bytes, so that none at all stays none at all. */
    Payload payload(String name) {
        return Payload.ofBytes(bytes(name));
    }

    <E extends Enum<E>> E of(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException e) {
            return fail(name, "one of " + List.of(type.getEnumConstants()));
        }
    }

    Fields part(String name) {
        return map.get(name) instanceof Map<?, ?> part ? new Fields(new Payload(part)) : fail(name, "fields");
    }

    /** A part, or null where there is none. */
    @Nullable
    Fields perhapsPart(String name) {
        return map.get(name) == null ? null : part(name);
    }

    List<Fields> parts(String name) {
        if (!(map.get(name) instanceof List<?> list)) {
            return fail(name, "a list");
        }
        List<Fields> parts = new ArrayList<>(list.size());
        for (Object item : list) {
            parts.add(item instanceof Map<?, ?> part ? new Fields(new Payload(part)) : fail(name, "a list of fields"));
        }
        return parts;
    }

    List<Long> wholes(String name) {
        if (!(map.get(name) instanceof List<?> list)) {
            return fail(name, "a list");
        }
        List<Long> wholes = new ArrayList<>(list.size());
        for (Object item : list) {
            wholes.add(item instanceof Long whole ? whole : fail(name, "a list of whole numbers"));
        }
        return wholes;
    }

    /** The names there are. */
    Iterable<String> names() {
        return map.keySet();
    }

    static Payload of(Parcel parcel) {
        return Payload.map("kind", parcel.kind(), "schema", parcel.schema(), "bytes", parcel.bytes());
    }

    Parcel parcel() {
        return new Parcel(text("kind"), integer("schema"), bytes("bytes"));
    }

    private <T> T fail(String name, String wanted) {
        throw new IllegalArgumentException("a parcel of a room is damaged: its field '%s' is %s, %s is needed"
                .formatted(name, map.get(name), wanted));
    }
}
