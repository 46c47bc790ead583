package org.hotrealm.content.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class FormulaProperties {

    private static final Formula.Scope SCOPE = new Formula.Scope() {
        @Override
        public double caster(String attribute) {
            return attribute.length();
        }

        @Override
        public double target(String attribute) {
            return -attribute.length();
        }

        @Override
        public double roll(double least, double most) {
            return most;
        }
    };

    @Property(tries = 2000)
    void anyTextIsReadOrRefusedAndComesToAFiniteNumber(
            @ForAll @StringLength(max = 40) @CharRange(from = '(', to = '9') String text) {
        readOrRefused(text);
        readOrRefused("power" + text + "min(1, level)");
    }

    private static void readOrRefused(String text) {
        try {
            assertThat(Formula.of(text).value(SCOPE)).isFinite();
        } catch (FormulaException e) {
            assertThat(e.position()).isBetween(1, text.length() + 1);
        }
    }
}
