package org.hotrealm.realm.zone;

import org.hotrealm.content.api.RealmDef;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Payload;

/** What players may call themselves and may say. */
final class Names {

    static final String NAMELESS = "Wanderer";
    private static final int LONGEST = 16;

    private Names() {}

    /** The name asked for, trimmed; {@value #NAMELESS} where none is given. */
    static String of(Payload options) {
        String name = options.text("name", 256, NAMELESS).strip();
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST) {
            throw new InvalidPayload("name", length + " characters", "1 to " + LONGEST + " are allowed");
        }
        return plain("name", name);
    }

    /** The class asked for; the realm's first where none is. */
    static String heroClass(Payload options, RealmDef realm) {
        String first = realm.classes().getFirst().id();
        String wanted = options.text("heroClass", 64, first);
        if (!realm.knows(wanted)) {
            String known = String.join(
                    ", ", realm.classes().stream().map(RealmDef.Hero::id).toList());
            throw new InvalidPayload("heroClass", "'" + plain("heroClass", wanted) + "'", "there are " + known);
        }
        return wanted;
    }

    /** The text, where it holds nothing that is not to be seen. */
    static String plain(String field, String text) {
        int bad = text.codePoints().filter(Names::hidden).findFirst().orElse(-1);
        if (bad >= 0) {
            throw new InvalidPayload(field, "a text with U+%04X".formatted(bad), "control characters are not allowed");
        }
        return text;
    }

    private static boolean hidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                // Emoji are put together with the joiner.
                codePoint != 0x200D;
            default -> false;
        };
    }
}
