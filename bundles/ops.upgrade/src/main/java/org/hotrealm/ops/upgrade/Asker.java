package org.hotrealm.ops.upgrade;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who asked for a swap and waits for its end. Once answered it is let go of: where its own bundle is what is swapped, nothing
 * here must keep its classes. Any thread.
 */
final class Asker {

    private static final Logger LOG = LoggerFactory.getLogger(Asker.class);

    private volatile @Nullable Consumer<String> progress;
    private volatile @Nullable CompletableFuture<SwapRecord> answer;
    private volatile @Nullable SwapProgress now;

    Asker(Consumer<String> progress, CompletableFuture<SwapRecord> answer) {
        this.progress = progress;
        this.answer = answer;
    }

    /** A step begins. */
    void begins(SwapRecord soFar, String step) {
        now = SwapProgress.at(step, soFar, System.currentTimeMillis());
    }

    /** How far it is; null where it has not begun. */
    @Nullable
    SwapProgress now() {
        return now;
    }

    /** Tells a step or a detail; whoever throws at that is not told any more. */
    void tell(String detail) {
        note(detail);
        Consumer<String> listener = progress;
        if (listener == null) {
            return;
        }
        try {
            listener.accept(detail);
        } catch (RuntimeException | LinkageError e) {
            progress = null;
            LOG.debug("nobody hears the progress any more", e);
        }
    }

    private void note(String detail) {
        SwapProgress known = now;
        if (known != null && !detail.equals(known.step())) {
            now = known.telling(detail);
        }
    }

    /** Whether one of these bundles asked. */
    boolean isOf(List<Bundle> bundles) {
        Consumer<String> listener = progress;
        Bundle bundle = listener == null ? null : FrameworkUtil.getBundle(listener.getClass());
        return bundle != null && bundles.contains(bundle);
    }

    /** Answers, once: the first answer counts. */
    void answer(SwapRecord record) {
        CompletableFuture<SwapRecord> waiting = answer;
        progress = null;
        answer = null;
        if (waiting != null) {
            waiting.complete(record);
        }
    }
}
