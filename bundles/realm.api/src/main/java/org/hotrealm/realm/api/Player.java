package org.hotrealm.realm.api;

import java.util.Map;
import org.hotrealm.content.api.RealmDef;
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

    /** What it carries: item id to quantity. Read only; change by {@link #give} and {@link #take}. */
    Map<String, Integer> inventory();

    /** The tick in which its inventory last changed; 0 for never. */
    long inventoryTick();

    /** Adds items. */
    void give(String item, int quantity);

    /** Removes items; false, and nothing removed, where there are not so many. */
    boolean take(String item, int quantity);

    /** Experience gathered. */
    int xp();

    /** Adds experience. */
    void gain(int xp);

    /** The tick of its death; 0 while it lives. */
    long diedAt();
}
