package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hotrealm.room.api.Handover;
import org.hotrealm.room.api.Parking;
import org.hotrealm.room.api.StateOwner;
import org.hotrealm.room.api.Vault;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Finds who owns live state and who keeps it meanwhile, and waits for what they are asked. One thread. */
final class Owners {

    private final Container container;
    private final Duration patience;

    /** @param patience how long one step may take */
    Owners(Container container, Duration patience) {
        this.container = container;
        this.patience = patience;
    }

    /** How long a state's owner has for one of its steps: less than what is waited for it, so that it can put things right. */
    Duration patience() {
        return patience.dividedBy(2);
    }

    Vault vault() throws Refusal {
        return required(
                container.service(Vault.class),
                "the bundle room.vault, which keeps live state while its owner is replaced, does not run here");
    }

    Parking parking() throws Refusal {
        return required(container.service(Parking.class), "no room engine runs; see the log for why it did not start");
    }

    StateOwner of(Bundle bundle) throws Refusal {
        return required(
                container.service(bundle, StateOwner.class),
                "%s %s owns live state, but offers nobody who could hand it over (no StateOwner service)"
                        .formatted(bundle.getSymbolicName(), bundle.getVersion()));
    }

    private static <T> T required(@Nullable T found, String otherwise) throws Refusal {
        if (found == null) {
            throw new Refusal(otherwise);
        }
        return found;
    }

    static Handover begin(Vault vault, String owner) throws Refusal {
        try {
            return vault.begin(owner);
        } catch (IllegalStateException e) {
            throw new Refusal(String.valueOf(e.getMessage()), e);
        }
    }

    /** Refuses where something is in the way. */
    static void refuse(String name, List<String> obstacles) throws Refusal {
        if (!obstacles.isEmpty()) {
            throw new Refusal(
                    "%s cannot be replaced while people play: %s".formatted(name, String.join("; ", obstacles)));
        }
    }

    <T> T ask(CompletionStage<T> stage) throws Refusal {
        try {
            return stage.toCompletableFuture().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable why = e.getCause() instanceof CompletionException inner && inner.getCause() != null
                    ? inner.getCause()
                    : e.getCause();
            throw new Refusal(why == null ? e.toString() : String.valueOf(why.getMessage()), e);
        } catch (TimeoutException e) {
            throw new Refusal("no answer within %d ms".formatted(patience.toMillis()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted, the server is stopping", e);
        }
    }
}
