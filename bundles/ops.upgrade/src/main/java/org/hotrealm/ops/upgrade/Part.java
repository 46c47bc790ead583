package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapRecord;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** One bundle's part in a swap: what was asked for, what is there, what is installed for it. One thread. */
final class Part {

    private final String name;
    private final @Nullable Jar jar;
    private final List<Bundle> olds;
    private final String from;
    private final int startLevel;
    private @Nullable Bundle fresh;
    private boolean installedHere;
    private @Nullable Nature nature;
    private @Nullable Strategy strategy;

    /**
     * @param jar the new version; null where the bundle goes
     * @param olds the versions that are here, newest first
     */
    Part(String name, @Nullable Jar jar, List<Bundle> olds, int startLevel) {
        this.name = name;
        this.jar = jar;
        this.olds = new ArrayList<>(olds);
        from = olds.isEmpty() ? "" : olds.getFirst().getVersion().toString();
        this.startLevel = startLevel;
    }

    String name() {
        return name;
    }

    @Nullable
    Jar jar() {
        return jar;
    }

    /** The versions that the new one takes over from. */
    List<Bundle> olds() {
        return olds;
    }

    int startLevel() {
        return startLevel;
    }

    String from() {
        return from;
    }

    String to() {
        return jar == null ? "" : jar.version().toString();
    }

    void installed(Bundle bundle, boolean here) {
        fresh = bundle;
        installedHere = here;
    }

    /** The new version, once it is installed. */
    Bundle fresh() {
        if (fresh == null) {
            throw new IllegalStateException(name + " is not installed yet");
        }
        return fresh;
    }

    /** What was installed for this swap and has to go where it fails. */
    @Nullable
    Bundle toUninstall() {
        return installedHere ? fresh : null;
    }

    void nature(Nature found) {
        nature = found;
    }

    SwapKind kind() {
        return nature == null ? SwapKind.ADAPTER : nature.kind();
    }

    boolean inPlace() {
        return nature != null && nature.inPlace();
    }

    void strategy(Strategy chosen) {
        strategy = chosen;
    }

    Strategy strategy() {
        if (strategy == null) {
            throw new IllegalStateException(name + " has no strategy yet");
        }
        return strategy;
    }

    /** Whether this is the bundle that swaps. */
    boolean self() {
        return strategy instanceof Succession;
    }

    /** Lets go of bundles and what knows them, so that they can be collected. */
    void forget() {
        olds.clear();
        strategy = null;
    }

    SwapRecord.Part told() {
        return new SwapRecord.Part(name, kind(), from(), to());
    }
}
