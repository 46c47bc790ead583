package org.hotrealm.content.api;

import java.util.ArrayList;
import java.util.List;

/** Reads one formula by descent: sums of products of powers of atoms. Used once. */
final class FormulaParser {

    private static final int DEEPEST = 16;
    private static final List<String> SIDES = List.of("caster", "target");

    private final String text;
    private final List<Formula.Name> names = new ArrayList<>();
    private int at;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    List<Formula.Name> names() {
        return names;
    }

    FormulaNode parse() {
        if (text.length() > Formula.LONGEST) {
            throw new FormulaException(
                    Formula.LONGEST + 1,
                    "the formula has %d characters, %d are allowed".formatted(text.length(), Formula.LONGEST));
        }
        FormulaNode whole = sum();
        if (peek() != 0) {
            throw wrong(peek() == ')' ? "this ')' closes nothing" : "an operator such as + or * is missing before %s");
        }
        return whole;
    }

    private FormulaNode sum() {
        FormulaNode left = product();
        while (peek() == '+' || peek() == '-') {
            left = new FormulaNode.Pair(text.charAt(at++), left, product());
        }
        return left;
    }

    private FormulaNode product() {
        FormulaNode left = signed();
        while (peek() == '*' || peek() == '/') {
            left = new FormulaNode.Pair(text.charAt(at++), left, signed());
        }
        return left;
    }

    private FormulaNode signed() {
        deeper();
        FormulaNode part;
        if (peek() == '-') {
            at++;
            part = new FormulaNode.Negative(signed());
        } else {
            part = power();
        }
        depth--;
        return part;
    }

    /** Powers bind to the right and closer than a sign before them. */
    private FormulaNode power() {
        FormulaNode base = atom();
        if (peek() == '^') {
            at++;
            return new FormulaNode.Pair('^', base, signed());
        }
        return base;
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw wrong("the formula is nested more than %d deep".formatted(DEEPEST));
        }
    }

    private FormulaNode atom() {
        char next = peek();
        if (next == '(') {
            at++;
            FormulaNode inner = sum();
            expect(')');
            return inner;
        }
        if (Character.isDigit(next) || next == '.') {
            return number();
        }
        if (letter(next)) {
            return named();
        }
        throw wrong("a number, an attribute or a function is expected, not %s");
    }

    private FormulaNode number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String digits = text.substring(from, at);
        try {
            return new FormulaNode.Number(Double.parseDouble(digits));
        } catch (NumberFormatException e) {
            throw new FormulaException(from + 1, "'%s' is no number".formatted(digits));
        }
    }

    private FormulaNode named() {
        int from = at;
        String name = word();
        if (peek() == '(') {
            return function(name, from);
        }
        boolean ofTarget = name.equals("target");
        if (peek() == '.') {
            if (!SIDES.contains(name)) {
                throw new FormulaException(from + 1, "there is no side '%s'".formatted(name), name, SIDES);
            }
            at++;
            from = at;
            name = letter(peek()) ? word() : "";
        }
        if (name.isEmpty() || SIDES.contains(name)) {
            throw new FormulaException(from + 1, "an attribute is missing: write it as caster.power or target.power");
        }
        names.add(new Formula.Name(name, from + 1));
        return new FormulaNode.Attribute(name, ofTarget);
    }

    private FormulaNode function(String name, int from) {
        FormulaFunction function = FormulaFunction.named(name);
        if (function == null) {
            throw new FormulaException(
                    from + 1, "there is no function '%s'".formatted(name), name, FormulaFunction.names());
        }
        at++;
        List<FormulaNode> parts = new ArrayList<>();
        if (peek() != ')') {
            parts.add(sum());
            while (peek() == ',') {
                at++;
                parts.add(sum());
            }
        }
        expect(')');
        if (parts.size() != function.takes) {
            throw new FormulaException(
                    from + 1, "%s takes %d parts, not %d".formatted(name, function.takes, parts.size()));
        }
        return function.on(parts);
    }

    private String word() {
        int from = at;
        while (at < text.length() && (letter(text.charAt(at)) || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "' is expected, not %s");
        }
        at++;
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private FormulaException wrong(String reason) {
        String found = peek() == 0 ? "the end" : "'" + peek() + "'";
        return new FormulaException(at + 1, reason.replace("%s", found));
    }
}
