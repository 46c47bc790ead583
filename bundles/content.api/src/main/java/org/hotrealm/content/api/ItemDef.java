package org.hotrealm.content.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of item ({@code items.json}).
 *
 * @param id its id
 * @param name for people
 * @param kind what it is
 * @param rarity how rare it is
 * @param stack how many lie on one another in a bag
 * @param level the level from which it can be worn or used
 * @param classes hero classes that may wear it; empty for all
 * @param attributes what it gives or does, such as {@code heal}
 * @param text one sentence about it for people; may be empty
 */
public record ItemDef(
        String id,
        String name,
        Kind kind,
        Rarity rarity,
        int stack,
        int level,
        List<String> classes,
        Map<String, Double> attributes,
        String text) {

    /** Copies the collections. */
    public ItemDef {
        classes = List.copyOf(classes);
        attributes = Map.copyOf(attributes);
    }

    /** An item for every class and level, without a text. */
    public ItemDef(String id, String name, Kind kind, Rarity rarity, int stack, Map<String, Double> attributes) {
        this(id, name, kind, rarity, stack, 1, List.of(), attributes, "");
    }

    /** Where it is worn; null for what is not. */
    public @Nullable Slot slot() {
        return kind.slot;
    }

    /** An attribute, 0 where it has none of that name. */
    public double attribute(String name) {
        return attributes.getOrDefault(name, 0.0);
    }

    /** A place on the body; each holds one item. */
    public enum Slot {
        /** In the hand. */
        WEAPON,
        /** On the body. */
        ARMOUR,
        /** Around the neck or on a finger. */
        TRINKET
    }

    /** What an item is. */
    public enum Kind {
        /** Money; takes no room in a bag. */
        GOLD(null),
        /** Used up when used. */
        POTION(null),
        /** Worn in the hand. */
        WEAPON(Slot.WEAPON),
        /** Worn on the body. */
        ARMOUR(Slot.ARMOUR),
        /** Worn as jewellery. */
        TRINKET(Slot.TRINKET),
        /** Good for selling and making. */
        MATERIAL(null);

        private final @Nullable Slot slot;

        Kind(@Nullable Slot slot) {
            this.slot = slot;
        }
    }

    /** How rare an item is, commonest first. */
    public enum Rarity {
        /** White. */
        COMMON,
        /** Green. */
        UNCOMMON,
        /** Blue. */
        RARE,
        /** Violet. */
        EPIC,
        /** Orange. */
        LEGENDARY
    }
}
