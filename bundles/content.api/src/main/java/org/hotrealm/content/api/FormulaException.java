package org.hotrealm.content.api;

import java.util.List;

/** A formula that cannot be read: the place in its text, what is wrong, and where a name is wrong, which names there are. */
public final class FormulaException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int position;
    private final String reason;
    private final String name;
    private final transient List<String> known;

    FormulaException(int position, String reason) {
        this(position, reason, "", List.of());
    }

    FormulaException(int position, String reason, String name, List<String> known) {
        super("character %d: %s".formatted(position, reason));
        this.position = position;
        this.reason = reason;
        this.name = name;
        this.known = List.copyOf(known);
    }

    /** The character of the text where it goes wrong, from 1. */
    public int position() {
        return position;
    }

    /** What is wrong, without the position. */
    public String reason() {
        return reason;
    }

    /** The name that is not known, or the empty string where something else is wrong. */
    public String name() {
        return name;
    }

    /** The names that would have been right in that place. */
    public List<String> known() {
        return known;
    }
}
