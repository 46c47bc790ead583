package org.hotrealm.loot.tables;

import java.util.List;
import org.hotrealm.loot.api.LootRule;
import org.hotrealm.realm.api.Phase;
import org.hotrealm.realm.api.RealmSystem;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Behaviour;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The system {@code loot}: the dead drop what their tables come to; players pick it up. */
@Component(service = Behaviour.class)
public final class LootTables implements RealmSystem {

    private final String version;

    /** By rising ranking, which is the order in which rules apply. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<LootRule> rules = List.of();

    /** Of the version of its bundle. */
    @Activate
    public LootTables(BundleContext context) {
        this.version = context.getBundle().getVersion().toString();
    }

    /** Of this version and with these rules. */
    LootTables(String version, List<LootRule> rules) {
        this.version = version;
        this.rules = rules;
    }

    @Override
    public String system() {
        return "loot";
    }

    @Override
    public Phase phase() {
        return Phase.LOOT;
    }

    @Override
    public void run(World world) {
        new Spoils(world, rules, version).ofTheDead();
        PickUps.run(world);
    }
}
