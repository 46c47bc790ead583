package org.hotrealm.content.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions of formulas. Names in formulas are in small letters. */
enum FormulaFunction {
    ABS(1),
    CEIL(1),
    CLAMP(3),
    FLOOR(1),
    MAX(2),
    MIN(2),
    ROLL(2),
    ROUND(1),
    SQRT(1);

    private static final List<String> NAMES =
            Arrays.stream(values()).map(FormulaFunction::text).toList();

    /** How many parts it takes. */
    final int takes;

    FormulaFunction(int takes) {
        this.takes = takes;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return NAMES;
    }

    static @Nullable FormulaFunction named(String name) {
        int at = NAMES.indexOf(name);
        return at < 0 ? null : values()[at];
    }

    /** The part of a formula that applies it. */
    FormulaNode on(List<FormulaNode> parts) {
        return switch (takes) {
            case 1 -> new FormulaNode.One(this, parts.getFirst());
            case 2 -> new FormulaNode.Two(this, parts.getFirst(), parts.get(1));
            default -> new FormulaNode.Clamp(parts.getFirst(), parts.get(1), parts.get(2));
        };
    }
}
