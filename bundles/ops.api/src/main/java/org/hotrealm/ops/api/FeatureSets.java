package org.hotrealm.ops.api;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Features: sets of bundles that come, change and go as one, all or nothing. Any thread; nothing blocks. */
@ProviderType
public interface FeatureSets {

    /** What to do with a feature. */
    enum Way {
        /** It is not here yet. */
        INSTALL,
        /** To a newer version. */
        UPGRADE,
        /** To an older version. */
        DOWNGRADE,
        /** Out, but for what others have too. */
        REMOVE
    }

    /**
     * A feature.
     *
     * @param feature its name
     * @param version its version
     * @param state {@code installed}, or {@code available} where it could be
     * @param bundles how many it has
     * @param title what it is, in a line
     * @param differing what is not as it says, such as a bundle that was swapped by itself
     */
    record Info(String feature, String version, String state, int bundles, String title, List<String> differing) {
        /** Copies. */
        public Info {
            differing = List.copyOf(differing);
        }
    }

    /**
     * What is asked for.
     *
     * @param way what to do
     * @param feature a file, or {@code name/version}, or a name; to remove also the symbolic name of a bundle of no feature
     * @param soak how long the new bundles are watched
     * @param dryRun whether only to say what would happen
     * @param who who asks
     */
    record Request(Way way, String feature, Duration soak, boolean dryRun, String who) {}

    /**
     * What became of it.
     *
     * @param done whether it is as it was asked for
     * @param text one sentence
     * @param swap the record of the swap that it came to; null where none was needed, or it was refused before
     */
    record Outcome(boolean done, String text, @Nullable SwapRecord swap) {}

    /** Those that are installed, then those that could be. */
    List<Info> list();

    /**
     * Changes a feature, or leaves everything as it was and says why.
     *
     * @param progress hears each step as it begins
     * @return completes with what happened, refusals included
     */
    CompletionStage<Outcome> change(Request request, Consumer<String> progress);
}
