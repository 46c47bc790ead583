package org.hotrealm.content.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The caster has power 10 and level 3, the target armour 4 and power 2; a roll is in the middle of its bounds. */
class FormulaTest {

    private static final Formula.Scope SCOPE = new Formula.Scope() {
        private final Map<String, Double> caster = Map.of("power", 10.0, "level", 3.0, "endless", 1 / 0.0);
        private final Map<String, Double> target = Map.of("armour", 4.0, "power", 2.0);

        @Override
        public double caster(String attribute) {
            return caster.getOrDefault(attribute, 0.0);
        }

        @Override
        public double target(String attribute) {
            return target.getOrDefault(attribute, 0.0);
        }

        @Override
        public double roll(double least, double most) {
            return (least + most) / 2;
        }
    };

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7                               | 7
            .5                              | 0.5
            1 + 2 * 3                       | 7
            (1 + 2) * 3                     | 9
            10 - 4 - 3                      | 3
            16 / 4 / 2                      | 2
            2 ^ 3 ^ 2                       | 512
            -2 ^ 2                          | -4
            2 ^ -1                          | 0.5
            2 - -3                          | 5
            power                           | 10
            caster.power                    | 10
            target.power                    | 2
            power - target.armour           | 6
            roll(6, 10) + 0.4 * power       | 12
            roll(10, 6)                     | 8
            min(3, power)                   | 3
            max(3, power)                   | 10
            clamp(power, 0, 5)              | 5
            clamp(-power, 0, 5)             | 0
            clamp(3, 9, 5)                  | 9
            floor(2.7) + ceil(2.1)          | 5
            round(2.5) + round(3.5)         | 6
            abs(-4) + sqrt(9)               | 7
            5 / 0                           | 0
            1 + 0 / 0                       | 1
            sqrt(-1)                        | 0
            0 ^ -1                          | 0
            10 ^ 200 * 10 ^ 200             | 0
            endless + 1                     | 1
            unheard_of                      | 0
            """)
    void formulaIsReckoned(String text, double value) {
        assertThat(Formula.of(text).value(SCOPE)).isCloseTo(value, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``              | 1  | a number, an attribute or a function is expected, not the end
            `1 +`           | 4  | a number, an attribute or a function is expected, not the end
            `1 + * 2`       | 5  | a number, an attribute or a function is expected, not '*'
            `2 power`       | 3  | an operator such as + or * is missing before 'p'
            `(1 + 2`        | 7  | ')' is expected, not the end
            `1 + 2)`        | 6  | this ')' closes nothing
            `1.2.3`         | 1  | '1.2.3' is no number
            `0.4 * pow(2)`  | 7  | there is no function 'pow'
            `min(1)`        | 1  | min takes 2 parts, not 1
            `roll()`        | 1  | roll takes 2 parts, not 0
            `foe.power`     | 1  | there is no side 'foe'
            `target.`       | 8  | an attribute is missing: write it as caster.power or target.power
            `3 + caster`    | 5  | an attribute is missing: write it as caster.power or target.power
            `1 $ 2`         | 3  | an operator such as + or * is missing before '$'
            """)
    void mistakeIsToldWithItsCharacter(String text, int position, String reason) {
        assertThatThrownBy(() -> Formula.of(text)).isInstanceOfSatisfying(FormulaException.class, e -> {
            assertThat(e.position()).isEqualTo(position);
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e).hasMessage("character %d: %s", position, reason);
        });
    }

    @Test
    void unknownFunctionsAndSidesComeWithThoseThereAre() {
        assertThatThrownBy(() -> Formula.of("mix(1, 2)")).isInstanceOfSatisfying(FormulaException.class, e -> {
            assertThat(e.name()).isEqualTo("mix");
            assertThat(e.known()).contains("min", "max", "clamp", "roll");
        });
        assertThatThrownBy(() -> Formula.of("targt.power"))
                .isInstanceOfSatisfying(
                        FormulaException.class, e -> assertThat(e.known()).containsExactly("caster", "target"));
    }

    @Test
    void attributesAreNamedWithTheirPlaces() {
        assertThat(Formula.of("power + 2 * target.armour").names())
                .containsExactly(new Formula.Name("power", 1), new Formula.Name("armour", 20));
    }

    @Test
    void lengthAndDepthAreBounded() {
        assertThatThrownBy(() -> Formula.of("1+".repeat(100) + "1")).hasMessageContaining("201 characters, 200");
        assertThatThrownBy(() -> Formula.of("(".repeat(50) + "1" + ")".repeat(50)))
                .hasMessageContaining("nested more than 16 deep");
        assertThatThrownBy(() -> Formula.of("-".repeat(50) + "1")).hasMessageContaining("nested more than 16 deep");
        assertThat(Formula.of("1+".repeat(99) + "1").value(SCOPE)).isEqualTo(100);
    }

    @Test
    void numberAndItsTextAreTheSameFormula() {
        assertThat(Formula.of(5)).isEqualTo(Formula.of("5")).hasSameHashCodeAs(Formula.of("5"));
        assertThat(Formula.of(2.5).value(SCOPE)).isEqualTo(2.5);
        assertThat(Formula.of(0.5)).isNotEqualTo(Formula.of("power")).hasToString("0.5");
        assertThatThrownBy(() -> Formula.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
