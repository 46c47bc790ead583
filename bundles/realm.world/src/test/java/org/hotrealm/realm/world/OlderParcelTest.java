package org.hotrealm.realm.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.realm.api.Monster;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.hotrealm.realm.testkit.FakeRoom;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.Parcel;
import org.junit.jupiter.api.Test;

/** A parcel that an older version wrote, kept as its bytes, is read by this one: what it does not tell has its beginning. */
final class OlderParcelTest {

    private static Parcel recorded(int schema) throws IOException {
        String name = "parcel-%d.hex".formatted(schema);
        try (InputStream in = Objects.requireNonNull(OlderParcelTest.class.getResourceAsStream(name), name)) {
            String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
            return new Parcel("realm.world", schema, HexFormat.of().parseHex(hex));
        }
    }

    @Test
    void firstSchemaIsReadWithoutStatusesAndWithTheFirstClass() throws IOException {
        Samples samples = Samples.with(
                Maps.field(40).spawn("camp", "goblin", 2, 2, 2, 12, 12).build());
        World world = new WorldsComponent().restore(new FakeRoom(1), samples.build(), recorded(1));

        Player ada = Objects.requireNonNull(world.player("s"));
        assertThat(ada.name()).isEqualTo("Ada");
        assertThat(ada.heroClass()).isEqualTo("hero");
        assertThat(ada.level()).isEqualTo(2);
        assertThat(ada.inventory()).containsEntry("gold", 5);
        assertThat(ada.readyAt("strike")).isEqualTo(9);
        assertThat(ada.globalReadyAt()).isZero();
        assertThat(ada.statuses()).isEmpty();
        Monster goblin = world.monsters().getFirst();
        assertThat(goblin.hp()).isEqualTo(11);
        assertThat(goblin.cast()).isEqualTo(new Cast("strike", ada.id(), 1, 2, 1, 9));
        assertThat(world.active()).containsExactly(goblin);
        assertThat(world.drops()).hasSize(1);
        assertThat(world.flights()).hasSize(1);
        assertThat(world.intents()).hasSize(1);
        assertThat(world.takeEffects()).hasSize(1);
        assertThat(new WorldsComponent()
                        .restore(new FakeRoom(1), samples.build(), world.park())
                        .digest())
                .isEqualTo(world.digest());
    }
}
