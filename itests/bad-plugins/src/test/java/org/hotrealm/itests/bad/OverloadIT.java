package org.hotrealm.itests.bad;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A system that takes more time than a tick has is no failure: its room gives up what it can spare, says so, and recovers. */
@Timeout(300)
class OverloadIT {

    @Test
    void aRoomThatCannotKeepUpGivesUpRungByRungAndTakesItBack(@TempDir Path folder) throws Exception {
        Path sign = folder.resolve("sign");
        try (PluggedRealm realm = new PluggedRealm(folder, "")) {
            Outcome outcome =
                    realm.swap(PluggedRealm.plugin("1.0.0", "later burns", sign).write(folder));
            assertThat(outcome.verdict()).as(outcome.reason()).isIn("DONE", "DIRTY");
            assertThat(realm.rung()).isZero();

            Files.writeString(sign, "");

            assertThat(realm.line("on rung 1 of its ladder")).contains("minds that nobody sees are spared");
            assertThat(realm.line("on rung 2 of its ladder")).contains("nobody new is let in");
            assertThat(realm.wantsIn()).startsWith("503 ").contains("is overloaded and lets nobody in");
            assertThat(realm.line("on rung 3 of its ladder")).contains("its clock runs slower");
            assertThat(realm.health()).contains("is overloaded (rung 3 of 3)");
            assertThat(realm.metrics()).contains("hotrealm_overload_rung{type=\"realm\"} 3.0");
            realm.playsOn();

            Files.delete(sign);

            assertThat(realm.line("is back on rung 0")).contains("nothing is given up");
            assertThat(realm.wantsIn()).startsWith("200 ");
            realm.playsOn();
        }
    }
}
