package org.hotrealm.progress.api;

import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Stores what players earn. A service; it may be missing, and be replaced while players play: who holds a character says so
 * again with each save.
 *
 * <p>A character is the pair of its owner's token, known only by its SHA-256 in hex, and a hero class; its key is
 * {@code <hash>/<class>}. A holder is the session that plays it. All methods but {@link #open} return at once and may be
 * called on a room's thread.
 */
@ProviderType
public interface ProgressStore {

    /** What {@link #durable} says of a holder it does not know. */
    long UNKNOWN = -1;

    /** What {@link #durable} says where somebody else has stored this character meanwhile. */
    long LOST = -2;

    /**
     * Takes a character for a holder and fetches it. Blocks: a few milliseconds as a rule, at most some seconds. Whoever is
     * away and plays the same character is asked to give it up, and waited for.
     *
     * @param owner SHA-256 of the token, in hex
     * @param heroClass the class asked for, or the empty string for the one played last
     * @param first the class of a character that is begun, where none was asked for
     * @param holder the session that wants it
     * @throws HeldElsewhereException where somebody who is not away plays it
     * @throws StoreUnavailableException where the store cannot answer
     */
    Opened open(String owner, String heroClass, String first, String holder)
            throws HeldElsewhereException, StoreUnavailableException;

    /** What {@link #open} fetched for this holder, once; null where it is not (or not any more) its. */
    @Nullable
    Opened enter(String holder);

    /**
     * Asks for a character to be stored. A newer state replaces an older one that still waits. The answer shows in
     * {@link #durable}.
     *
     * @return false where too much is waiting; ask again later
     */
    boolean save(String key, String holder, Progress progress);

    /** The newest revision of the holder's character that survives a crash of this machine, {@link #UNKNOWN} or {@link #LOST}. */
    long durable(String holder);

    /** Notes that the holder's client is away, or back. Who is away gives its character up to whoever asks for it. */
    void away(String holder, boolean away);

    /** Whether a holder that is away is asked to give its character up. */
    boolean wanted(String holder);

    /** Gives the character up, once what was asked to be saved is stored. */
    void close(String holder);

    /** How the store is doing. */
    StoreState state();
}
