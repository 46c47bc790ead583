package org.hotrealm.content.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearMissTest {

    @Test
    void swappedLettersCountOnce() {
        assertThat(NearMiss.distance("goblin", "gobiln")).isEqualTo(1);
        assertThat(NearMiss.distance("", "abc")).isEqualTo(3);
    }

    @Test
    void nameFarFromAllIsAnsweredWithTheList() {
        assertThat(NearMiss.suggest("dragon", Set.of("wolf", "slime"))).isEqualTo("there are slime, wolf");
        assertThat(NearMiss.suggest("dragon", List.of())).isEqualTo("there are none");
    }

    @Property(tries = 300)
    void distanceIsSymmetricAndZeroOnlyForEquals(
            @ForAll @AlphaChars @StringLength(max = 12) String a,
            @ForAll @AlphaChars @StringLength(max = 12) String b) {
        assertThat(NearMiss.distance(a, b)).isEqualTo(NearMiss.distance(b, a));
        assertThat(NearMiss.distance(a, b) == 0).isEqualTo(a.equals(b));
    }
}
