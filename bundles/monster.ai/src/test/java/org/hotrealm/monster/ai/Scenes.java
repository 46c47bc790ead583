package org.hotrealm.monster.ai;

import org.hotrealm.content.api.MonsterDef.Aggression;
import org.hotrealm.realm.kit.Beast;
import org.hotrealm.realm.kit.Kit;
import org.hotrealm.realm.kit.Sketch;
import org.hotrealm.realm.kit.TestRealm;

/** Small realms with a mind in them. */
final class Scenes {

    private Scenes() {}

    static TestRealm realm(Sketch sketch, Beast... beasts) {
        Kit kit = new Kit(sketch);
        for (Beast beast : beasts) {
            kit.monster(beast);
        }
        return kit.realm(11).with(new MonsterAi());
    }

    static Beast aggressive() {
        return Beast.named("goblin").aggression(Aggression.AGGRESSIVE);
    }
}
