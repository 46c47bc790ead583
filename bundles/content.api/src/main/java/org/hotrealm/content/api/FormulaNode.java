package org.hotrealm.content.api;

/** A part of a formula. Each part's value is finite. */
sealed interface FormulaNode {

    double value(Formula.Scope scope);

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /** A number that is always the same. */
    record Number(double number) implements FormulaNode {
        @Override
        public double value(Formula.Scope scope) {
            return number;
        }
    }

    /** An attribute of one of the two. */
    record Attribute(String name, boolean ofTarget) implements FormulaNode {
        @Override
        public double value(Formula.Scope scope) {
            return finite(ofTarget ? scope.target(name) : scope.caster(name));
        }
    }

    /** The same with the other sign. */
    record Negative(FormulaNode of) implements FormulaNode {
        @Override
        public double value(Formula.Scope scope) {
            return -of.value(scope);
        }
    }

    /** Two parts and a sign between them. */
    record Pair(char sign, FormulaNode left, FormulaNode right) implements FormulaNode {
        @Override
        public double value(Formula.Scope scope) {
            double a = left.value(scope);
            double b = right.value(scope);
            return finite(
                    switch (sign) {
                        case '+' -> a + b;
                        case '-' -> a - b;
                        case '*' -> a * b;
                        case '/' -> a / b;
                        default -> Math.pow(a, b);
                    });
        }
    }

    /** One part through a function. */
    record One(FormulaFunction function, FormulaNode of) implements FormulaNode {
        @Override
        public double value(Formula.Scope scope) {
            double x = of.value(scope);
            return finite(
                    switch (function) {
                        case FLOOR -> Math.floor(x);
                        case CEIL -> Math.ceil(x);
                        case ROUND -> Math.rint(x);
                        case SQRT -> Math.sqrt(x);
                        default -> Math.abs(x);
                    });
        }
    }

    /** Two parts through a function. */
    record Two(FormulaFunction function, FormulaNode left, FormulaNode right) implements FormulaNode {
        @Override
        public double value(Formula.Scope scope) {
            double a = left.value(scope);
            double b = right.value(scope);
            return finite(
                    switch (function) {
                        case MIN -> Math.min(a, b);
                        case MAX -> Math.max(a, b);
                        default -> scope.roll(Math.min(a, b), Math.max(a, b));
                    });
        }
    }

    /** A part kept within two bounds; the lower one wins where they cross. */
    record Clamp(FormulaNode of, FormulaNode least, FormulaNode most) implements FormulaNode {
        @Override
        public double value(Formula.Scope scope) {
            return Math.max(least.value(scope), Math.min(most.value(scope), of.value(scope)));
        }
    }
}
