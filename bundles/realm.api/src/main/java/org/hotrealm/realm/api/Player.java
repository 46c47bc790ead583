package org.hotrealm.realm.api;

import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.RealmDef;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** A player's character. Room thread only. */
@ProviderType
public non-sealed interface Player extends Actor {

    /** The seat it belongs to. */
    String sessionId();

    /** The id of its class, as chosen when it joined. */
    String heroClass();

    /** Its class in the content in force. */
    RealmDef.Hero hero();

    /** Whether its client is connected. */
    boolean connected();

    /** Marks it connected or away. */
    void connected(boolean connected);

    /** The number of the last movement input taken, as the client counted it. */
    long inputSeq();

    /** Notes the number of the last movement input. */
    void inputSeq(long seq);

    /** What its bag holds: item id to quantity. Read only; change by {@link #give} and {@link #take}. */
    Map<String, Integer> inventory();

    /** What its bag holds, stack by stack, money included. Never changes in place. */
    List<Stack> bag();

    /** What it wears. Never changes in place. */
    Map<ItemDef.Slot, Stack> worn();

    /** Stacks in the bag that take room; money takes none. */
    int slotsUsed();

    /** How many of an item still fit into the bag, {@code quantity} at most. */
    int fits(String item, int quantity);

    /** Puts as many of the items into the bag as fit, and answers how many those are. */
    default int give(String item, int quantity) {
        return give(item, quantity, List.of());
    }

    /**
     * Puts as many of the items into the bag as fit, and answers how many those are.
     *
     * @param sources where they come from, oldest first
     */
    int give(String item, int quantity, List<Drop.Source> sources);

    /** Removes items from the bag; false, and nothing removed, where there are not so many. */
    boolean take(String item, int quantity);

    /** Removes one stack's items from the bag, and answers with what was removed; null where there are not so many. */
    @Nullable
    Stack takeFrom(int stack, int quantity);

    /** Wears the stack in the bag with this id; what was worn there goes into the bag. Throws where there is no such stack. */
    void wear(int stack);

    /** Takes off what is worn there; false where nothing is, or the bag is full. */
    boolean bare(ItemDef.Slot slot);

    /** Tries in a row without a drop under this name. */
    int luck(String name);

    /** Sets how many tries in a row were without a drop. */
    void luck(String name, int misses);

    /** How many of a kind of monster it has killed. */
    int kills(String kind);

    /** Counts a kill. */
    void killed(String kind);

    /** What it has earned, and what of that is stored and told. */
    Ledger ledger();

    /** Its totals for people as far as told: attributes with level and what is worn, {@code hp}, {@code mana}, {@code speed}. */
    Map<String, Double> sheet();

    /** Experience gathered. */
    int xp();

    /** Adds experience. */
    void gain(int xp);

    /** The tick of its death; 0 while it lives. */
    long diedAt();
}
