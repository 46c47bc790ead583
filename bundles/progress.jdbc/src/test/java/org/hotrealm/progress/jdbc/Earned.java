package org.hotrealm.progress.jdbc;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.Stack;

/** Characters to be stored. */
final class Earned {

    private Earned() {}

    /** Somebody who has got so far; all else follows from the number. */
    static Progress at(long revision) {
        int n = (int) revision;
        Drop.Origin origin = new Drop.Origin("goblin", "1.0.0", 3, 0.25 + n / 1e9, n, "goblin", 100L + n);
        Stack gold = new Stack(1, "gold", 10 * n, List.of(new Drop.Source(origin, 10)));
        Stack sword = new Stack(2, "sword", 1, List.of(new Drop.Source(origin, 1)));
        return new Progress(
                revision,
                "Ada \"the\" Ünlike 🐉",
                "mage",
                1 + n / 10,
                7 * n,
                10L * n,
                List.of(gold),
                Map.of(ItemDef.Slot.WEAPON, sword),
                Map.of("goblin/rare", n),
                Map.of("goblin", n, "wolf", 2 * n),
                2);
    }
}
