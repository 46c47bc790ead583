package org.hotrealm.realm.world;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.realm.api.Stack;

/** What worn items add: each attribute by its sum; {@code hp}, {@code mana} and {@code speed} to what the class has. */
final class Gear {

    private static final double SLOWEST = 0.5;
    private static final double FASTEST = 12;

    private Gear() {}

    /** The sums over all that is worn; what the content does not know any more adds nothing. */
    static Map<String, Double> of(ContentSet content, Map<ItemDef.Slot, Stack> worn) {
        if (worn.isEmpty()) {
            return Map.of();
        }
        Map<String, Double> sums = new HashMap<>();
        for (Stack stack : worn.values()) {
            ItemDef item = content.items().get(stack.item());
            if (item != null) {
                item.attributes().forEach((name, amount) -> sums.merge(name, amount, Double::sum));
            }
        }
        return sums;
    }

    static double speed(double base, Map<String, Double> gear) {
        return gear.isEmpty() ? base : Math.clamp(base + gear.getOrDefault("speed", 0.0), SLOWEST, FASTEST);
    }

    /** Most hit points or mana. */
    static int most(double base, String name, Map<String, Double> gear, int least) {
        return (int) Math.max(least, Math.round(base + gear.getOrDefault(name, 0.0)));
    }

    /** All totals by name, for people. What an item is worth is no attribute of who wears it. */
    static Map<String, Double> sheet(RealmDef.Hero hero, double strength, Map<String, Double> gear) {
        Map<String, Double> sheet = new TreeMap<>();
        hero.attributes().forEach((name, amount) -> sheet.put(name, amount * strength));
        gear.forEach((name, amount) -> sheet.merge(name, amount, Double::sum));
        sheet.remove("value");
        sheet.put("hp", (double) most(hero.hp() * strength, "hp", gear, 1));
        sheet.put("mana", (double) most(hero.mana() * strength, "mana", gear, 0));
        sheet.put("speed", speed(hero.speed(), gear));
        return sheet;
    }
}
