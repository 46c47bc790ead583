package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a swap asks of the OSGi framework, each within a time. */
final class Container {

    private static final Logger LOG = LoggerFactory.getLogger(Container.class);
    private static final String LOCATION = "upgrade:";

    private final BundleContext context;
    private final Duration patience;
    private final Wrecks wrecks = new Wrecks();

    /** @param patience how long one step may take */
    Container(BundleContext context, Duration patience) {
        this.context = context;
        this.patience = patience;
    }

    FrameworkWiring wiring() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
    }

    /** Whether this is the bundle that swaps. */
    boolean isSelf(String name) {
        return name.equals(context.getBundle().getSymbolicName());
    }

    /** Other versions of the bundle that swaps which run. */
    List<Bundle> predecessors() {
        return named(String.valueOf(context.getBundle().getSymbolicName())).stream()
                .filter(bundle -> !bundle.equals(context.getBundle()))
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .toList();
    }

    /** All installed bundles of this name, newest version first. */
    List<Bundle> named(String name) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()) && !wrecks.has(bundle))
                .sorted(Comparator.comparing(Bundle::getVersion).reversed())
                .toList();
    }

    Optional<Bundle> installed(Jar jar) {
        return named(jar.name()).stream()
                .filter(bundle -> bundle.getVersion().equals(jar.version()))
                .findFirst();
    }

    /** Installs beside whatever is there: the location names the version. */
    Bundle install(Jar jar, int startLevel) throws Refusal {
        String location = LOCATION + jar.name() + "/" + jar.version();
        Bundle known = context.getBundle(location);
        if (known != null) {
            wrecks.refuse(known);
        }
        AtomicReference<@Nullable Bundle> installed = new AtomicReference<>();
        within("install " + jar.name(), () -> {
            try (InputStream bytes = Files.newInputStream(jar.path())) {
                Bundle bundle = context.installBundle(location, bytes);
                bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
                installed.set(bundle);
            } catch (IOException e) {
                throw new BundleException("its jar cannot be read", e);
            }
        });
        return Objects.requireNonNull(installed.get());
    }

    /** Puts right what hung at an earlier swap and has come to its end since. */
    void clear() {
        for (Map.Entry<Bundle, Wrecks.Wreck> over : wrecks.over()) {
            Bundle bundle = over.getKey();
            try {
                if (over.getValue().goes()) {
                    remove(bundle);
                } else if (bundle.getState() == Bundle.RESOLVED) {
                    start(bundle);
                }
                LOG.info(
                        "{} has come to the end of its {}",
                        bundle,
                        over.getValue().step());
            } catch (Refusal e) {
                LOG.warn("{} hung in its {}: {}", bundle, over.getValue().step(), e.getMessage());
            }
        }
    }

    /** Finds everything the bundles need, or says what is missing. */
    void resolve(List<Bundle> bundles) throws Refusal {
        for (Bundle bundle : bundles) {
            List<String> unmet = Needs.unmet(bundle, wiring());
            if (!unmet.isEmpty()) {
                throw new Unfit(
                        "%s %s does not fit this server: %s"
                                .formatted(bundle.getSymbolicName(), bundle.getVersion(), String.join("; ", unmet)),
                        unmet);
            }
        }
        if (!wiring().resolveBundles(bundles)) {
            for (Bundle bundle : bundles) {
                if (bundle.getState() == Bundle.INSTALLED) {
                    throw new Refusal(
                            "%s %s does not resolve: what it needs is here, but not together (uses constraints)"
                                    .formatted(bundle.getSymbolicName(), bundle.getVersion()));
                }
            }
        }
    }

    /** The service of a type that comes first, or null. */
    <T> @Nullable T service(Class<T> type) {
        ServiceReference<T> reference = context.getServiceReference(type);
        return reference == null ? null : context.getService(reference);
    }

    /** The service of a type that a bundle offers, or null. */
    <T> @Nullable T service(Bundle bundle, Class<T> type) {
        try {
            for (ServiceReference<T> reference : context.getServiceReferences(type, null)) {
                if (bundle.equals(reference.getBundle())) {
                    return context.getService(reference);
                }
            }
            return null;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("no filter was given", e);
        }
    }

    void start(Bundle bundle) throws Refusal {
        carefully("start", bundle, bundle::start);
    }

    void stop(Bundle bundle) throws Refusal {
        carefully("stop", bundle, bundle::stop);
    }

    private void carefully(String step, Bundle bundle, Step action) throws Refusal {
        wrecks.refuse(bundle);
        try {
            within(step + " " + bundle.getSymbolicName(), action);
        } catch (Hung e) {
            wrecks.add(bundle, e.thread(), step);
            throw e;
        }
    }

    void uninstall(Bundle bundle) throws Refusal {
        wrecks.remove(bundle);
        within("uninstall " + bundle.getSymbolicName(), bundle::uninstall);
    }

    /** Whom a refresh of this bundle would restart besides itself. */
    Collection<String> wiredTo(Bundle bundle) {
        return wiring().getDependencyClosure(List.of(bundle)).stream()
                .filter(other -> !other.equals(bundle))
                .map(Bundle::getSymbolicName)
                .sorted()
                .toList();
    }

    /** Stops, uninstalls and forgets a bundle. */
    void remove(Bundle bundle) throws Refusal {
        wrecks.remove(bundle);
        stop(bundle);
        uninstall(bundle);
        refresh(List.of(bundle));
    }

    /** Frees uninstalled bundles' classes for the collector. */
    void refresh(List<Bundle> bundles) throws Refusal {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> refreshed.countDown());
        within("refresh " + bundles.getFirst().getSymbolicName(), refreshed::await);
        LeftUses.forget(context);
    }

    /** Lets go of threads that class loaders keep by mistake. */
    void forgetEndedThreads() {
        EndedThreads.forget(context.getBundles());
    }

    /** Something that may fail or take too long. */
    interface Step {
        void run() throws BundleException, InterruptedException;
    }

    /** Does something on a thread of its own and waits for it, within the time of a step. */
    void within(String name, Step step) throws Refusal {
        FutureTask<Void> task = new FutureTask<>(() -> {
            step.run();
            return null;
        });
        Thread thread = Thread.ofPlatform().daemon().name("swap-" + name).start(task);
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Refusal("it failed to %s: %s".formatted(name, reason(e.getCause())), e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Hung("to %s took more than %d ms".formatted(name, patience.toMillis()), thread, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted, the server is stopping", e);
        }
    }

    /** The framework wraps what a bundle threw; the innermost message is the one that helps. */
    private static String reason(@Nullable Throwable failure) {
        Throwable at = failure;
        while (at != null && at.getCause() != null) {
            at = at.getCause();
        }
        return String.valueOf(at);
    }
}
