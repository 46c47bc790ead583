package org.hotrealm.content.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A number reckoned from attributes, such as {@code roll(6, 10) + 0.4 * power}; parsed once, when content is read. It can
 * do nothing but reckon: its length and depth are bounded, it ends, throws nothing and allocates nothing. The grammar is in
 * docs/SKILLS.md. Immutable; any thread. Two formulas of the same text are equal.
 */
public final class Formula {

    /** The longest text there may be, in characters. */
    public static final int LONGEST = 200;

    private final String text;
    private final FormulaNode root;
    private final List<Name> names;

    private Formula(String text, FormulaNode root, List<Name> names) {
        this.text = text;
        this.root = root;
        this.names = List.copyOf(names);
    }

    /** Where a formula's attributes and chances come from. Called on the thread that reckons. */
    @ConsumerType
    public interface Scope {

        /** An attribute of whoever does it; 0 where it has none of that name. */
        double caster(String attribute);

        /** An attribute of whom it meets; 0 where it has none of that name. */
        double target(String attribute);

        /** An even chance between two bounds, for {@code roll}. */
        double roll(double least, double most);
    }

    /**
     * An attribute that a formula asks for.
     *
     * @param attribute its name, without prefix
     * @param position where it stands in the text, from 1
     */
    public record Name(String attribute, int position) {}

    /** Parses a text. Throws {@link FormulaException}, which says what is wrong at which character. */
    public static Formula of(String text) {
        FormulaParser parser = new FormulaParser(text);
        FormulaNode root = parser.parse();
        return new Formula(text, root, parser.names());
    }

    /** A number that is always the same. */
    public static Formula of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("%s is no finite number".formatted(number));
        }
        String text = number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
        return new Formula(text, new FormulaNode.Number(number), List.of());
    }

    /** Reckons it. Always a finite number: what is none, such as a division by 0, counts as 0. */
    public double value(Scope scope) {
        return root.value(scope);
    }

    /** The attributes it asks for, in the order of the text. */
    public List<Name> names() {
        return names;
    }

    /** What it was parsed from. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
