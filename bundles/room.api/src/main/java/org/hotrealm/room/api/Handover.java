package org.hotrealm.room.api;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One change of a state's owner, from {@link Vault#begin} to {@link #close}. The parcels stay until it is closed, so that
 * whoever fails to take them leaves them whole for the next. Any thread.
 */
@ProviderType
public interface Handover extends AutoCloseable {

    /** How far it is. */
    enum Stage {
        /** The old version runs. */
        EXPECTED,
        /** The state is in the parcels, and nobody runs it. */
        PARKED,
        /** Somebody has taken it over. */
        TAKEN,
        /** It is over. */
        CLOSED
    }

    /** Symbolic name of the bundle whose state it is. */
    String owner();

    /** How far it is. */
    Stage stage();

    /**
     * Puts the whole state in.
     *
     * @param parcels by names that the owner chooses
     * @throws IllegalStateException where it is closed
     */
    void park(Map<String, Parcel> parcels);

    /** The parcels; empty before there are any. */
    Map<String, Parcel> parcels();

    /** Says that the state runs again. */
    void taken();

    /** Ends it and forgets the parcels. Closing twice is harmless. */
    @Override
    void close();
}
