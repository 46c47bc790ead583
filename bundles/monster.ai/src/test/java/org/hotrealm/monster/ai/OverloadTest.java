package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotrealm.realm.api.AiState;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What monsters spare in a room that cannot keep up, by its rung: nothing that a player who fights them would notice. */
class OverloadTest {

    @ParameterizedTest
    @CsvSource({"0, 30", "1, 15", "3, 15"})
    void atPeaceTheyThinkHalfAsOften(int rung, int thoughts) {
        TestRealm realm =
                Scenes.realm(Sketch.field(30, 30), Beast.named("goblin")).rung(rung);
        Monster goblin = realm.monster("goblin", 15.5, 15.5);
        realm.player("p", 5.5, 15.5);
        realm.ticks(Deeds.SELDOM);

        assertThat(thoughts(realm, goblin, 30 * Deeds.CALM)).isBetween(thoughts - 1, thoughts + 1);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "3"})
    void inAFightTheyThinkAsEver(int rung) {
        TestRealm realm =
                Scenes.realm(Sketch.field(30, 30), Scenes.aggressive()).rung(rung);
        Monster goblin = realm.monster("goblin", 15.5, 15.5);
        realm.player("p", 16.5, 15.5);
        realm.until(() -> goblin.state() == AiState.ATTACK, 60);

        assertThat(thoughts(realm, goblin, 40)).isGreaterThanOrEqualTo(19);
    }

    @ParameterizedTest
    @CsvSource({"0, 15, false", "0, 21, false", "0, 50, true", "1, 15, false", "1, 30, true", "1, 50, true"})
    void whoIsBeyondPlayersSightSleepsAtOnce(int rung, int tilesAway, boolean asleep) {
        TestRealm realm =
                Scenes.realm(Sketch.field(80, 30), Beast.named("goblin")).rung(rung);
        Monster goblin = realm.monster("goblin", 8.5 + tilesAway, 15.5);
        realm.player("p", 8.5, 15.5);
        realm.ticks(Deeds.SELDOM);

        assertThat(goblin.thinkAt() == Long.MAX_VALUE).isEqualTo(asleep);
    }

    @Test
    void theyWakeWhenTheRoomKeepsUpAgain() {
        TestRealm realm =
                Scenes.realm(Sketch.field(80, 30), Beast.named("goblin")).rung(1);
        Monster goblin = realm.monster("goblin", 36.5, 15.5);
        realm.player("p", 12.5, 15.5);
        realm.ticks(Deeds.SELDOM);
        assertThat(goblin.thinkAt()).isEqualTo(Long.MAX_VALUE);

        realm.rung(0).ticks(1);

        assertThat(goblin.thinkAt()).isLessThan(Long.MAX_VALUE);
    }

    /** In how many of so many ticks it thinks: each thought says when the next one is. */
    private static int thoughts(TestRealm realm, Monster monster, int ticks) {
        int thoughts = 0;
        for (int i = 0; i < ticks; i++) {
            long before = monster.thinkAt();
            realm.tick();
            thoughts += monster.thinkAt() == before ? 0 : 1;
        }
        return thoughts;
    }
}
