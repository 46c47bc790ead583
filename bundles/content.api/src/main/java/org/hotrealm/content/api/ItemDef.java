package org.hotrealm.content.api;

import java.util.Map;

/**
 * A kind of item ({@code items.json}).
 *
 * @param id its id
 * @param name for people
 * @param kind what it is
 * @param rarity how rare it is
 * @param stack how many lie on one another in an inventory
 * @param attributes what it gives or does, such as {@code heal}
 */
public record ItemDef(String id, String name, Kind kind, Rarity rarity, int stack, Map<String, Double> attributes) {

    /** Copies the attributes. */
    public ItemDef {
        attributes = Map.copyOf(attributes);
    }

    /** What an item is. */
    public enum Kind {
        /** Money. */
        GOLD,
        /** Used up when used. */
        POTION,
        /** Worn in the hand. */
        WEAPON,
        /** Worn on the body. */
        ARMOUR,
        /** Good for selling and making. */
        MATERIAL
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
