package org.hotrealm.room.api;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps what a bundle with live state was put into while another version of it takes over. It knows nothing of formats, so
 * that it never has to be replaced itself. Any thread; nothing blocks.
 */
@ProviderType
public interface Vault {

    /**
     * Says that another version of a bundle is about to take over its state. From then on a version that starts stands by,
     * and one that stops parks its state here.
     *
     * @param owner the bundle's symbolic name
     * @throws IllegalStateException where a handover of this owner is under way
     */
    Handover begin(String owner);

    /** The handover of this owner that is under way, or null. */
    @Nullable
    Handover underway(String owner);
}
