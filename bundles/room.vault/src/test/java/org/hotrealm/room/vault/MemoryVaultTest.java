package org.hotrealm.room.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hotrealm.room.api.Handover;
import org.hotrealm.room.api.Handover.Stage;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Payload;
import org.junit.jupiter.api.Test;

class MemoryVaultTest {

    private static final Parcel ROOM = Parcel.of("room", Payload.map("tick", 7));

    private final MemoryVault vault = new MemoryVault();

    @Test
    void parcelsStayUntilTheHandoverIsClosedSoThatWhoFailsToTakeThemLeavesThemWhole() {
        Handover handover = vault.begin("engine");
        assertThat(handover.stage()).isEqualTo(Stage.EXPECTED);
        handover.park(Map.of("a", ROOM));
        assertThat(vault.underway("engine")).isSameAs(handover);
        assertThat(handover.parcels()).containsEntry("a", ROOM);
        handover.taken();
        assertThat(handover.stage()).isEqualTo(Stage.TAKEN);
        assertThat(handover.parcels()).containsEntry("a", ROOM);
        handover.close();
        assertThat(handover.parcels()).isEmpty();
        assertThat(vault.underway("engine")).isNull();
    }

    @Test
    void thereIsOneHandoverOfAnOwnerAtATime() {
        Handover first = vault.begin("engine");
        vault.begin("another").close();
        assertThatThrownBy(() -> vault.begin("engine"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("engine")
                .hasMessageContaining("EXPECTED");
        first.close();
        vault.begin("engine").close();
    }

    @Test
    void aClosedHandoverTakesNothingMoreAndDoesNotEndALaterOne() {
        Handover first = vault.begin("engine");
        first.close();
        assertThatThrownBy(() -> first.park(Map.of("a", ROOM))).hasMessageContaining("over");
        Handover second = vault.begin("engine");
        first.close();
        assertThat(vault.underway("engine")).isSameAs(second);
    }
}
