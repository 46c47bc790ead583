package org.hotrealm.itests.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import org.apache.felix.service.command.CommandProcessor;
import org.hotrealm.itests.reissue.Reissue;
import org.hotrealm.itests.script.Script;
import org.hotrealm.net.api.Listening;
import org.hotrealm.realm.api.Cast;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Pins;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** The skills are replaced while a cast is half way and its caster bleeds: the same cast ends, and the bleeding keeps its beat. */
public final class SkillSwapTest {

    private static final String SKILL_BOOK = "org.hotrealm.skill.book";

    private final Witness witness = new Witness();

    @Test
    void skillBookIsReplacedUnderACastHalfWayAndARunningStatus(
            @InjectBundleContext BundleContext context,
            @InjectService(timeout = 20_000) Pins pins,
            @InjectService(timeout = 20_000) Listening listening,
            @InjectService(timeout = 20_000) CommandProcessor shell,
            @InjectService(timeout = 20_000) ConfigurationAdmin configurations)
            throws Exception {
        placeWitness(context, pins, configurations);
        WeakReference<ClassLoader> oldLoader = Framework.loader(context, SKILL_BOOK, "1.0.0");
        Path script = Path.of(Objects.requireNonNull(System.getenv("SWAP_MAGE"), "SWAP_MAGE is not set"));
        try (Script mage = new Script(script, "http://127.0.0.1:" + listening.port())) {
            assertThat(mage.await("welcome", 30)).startsWith("mage 6");
            mage.tell("use mend");
            mage.await("cast mend", 20);
            Framework.await("two pulses before the swap", () -> witness.pulses().size() > 1);

            String said = Framework.run(shell, "realm:swap " + upgrade(context));

            long swapped = witness.casts().lastKey();
            assertThat(said).contains("1.0.0").contains("1.1.0");
            mage.await("landed mend", 40);
            Framework.await(
                    "three pulses after the swap",
                    () -> witness.pulses().tailMap(swapped).size() > 2);
            assertThat(Framework.summary(mage))
                    .as("what the client saw")
                    .contains("drops=0 leaves=0 landed=1 broken=0 version=1.1.0 statuses=bite/1");
        }
        theSameCastEnded();
        theBleedingKeptItsBeat();
        assertThat(Framework.versions(context, SKILL_BOOK)).containsExactly("1.1.0");
        assertThat(oldLoader.get()).as("the class loader of skill.book 1.0.0").isNull();
    }

    private void theSameCastEnded() {
        long begun = witness.casts().firstEntry().getValue().begun();
        assertThat(witness.casts().values()).extracting(Cast::begun).containsOnly(begun);
        assertThat(witness.landed())
                .containsOnlyKeys(begun + Witness.CAST_TICKS)
                .containsValue("mend");
        assertThat(witness.casts()).hasSize(Witness.CAST_TICKS);
    }

    private void theBleedingKeptItsBeat() {
        long expected = witness.pulses().firstKey();
        for (long tick : witness.pulses().keySet()) {
            assertThat(tick).as("the next pulse").isEqualTo(expected);
            expected += Witness.PULSE_TICKS;
        }
        assertThat(witness.pulses().values()).containsOnly(2);
    }

    private void placeWitness(BundleContext context, Pins pins, ConfigurationAdmin configurations) throws Exception {
        Hashtable<String, Object> zone = new Hashtable<>();
        zone.put("systems", new String[] {"monsters", "skills", "loot", Witness.NAME});
        configurations
                .getConfiguration("org.hotrealm.realm.zone.RealmZone", "?")
                .update(zone);
        context.registerService(Behaviour.class, witness, null);
        Framework.await(
                "the realm with its witness",
                () -> pins.available().stream()
                        .map(pin -> pin.system())
                        .toList()
                        .containsAll(List.of("room.realm", "monsters", "skills", "loot", Witness.NAME)));
    }

    private static Path upgrade(BundleContext context) throws IOException {
        Path home = Path.of(Objects.requireNonNull(context.getProperty("hotrealm.home")));
        Path folder = Files.createTempDirectory("upgrade");
        return Reissue.of(home.resolve("bundles").resolve(SKILL_BOOK + "-1.0.0.jar"), "1.1.0", folder);
    }
}
