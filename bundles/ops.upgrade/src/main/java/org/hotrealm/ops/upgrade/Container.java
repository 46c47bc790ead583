package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;

/** What a swap asks of the OSGi framework, each within a time. */
final class Container {

    private static final String LOCATION = "upgrade:";

    private final BundleContext context;
    private final Duration patience;

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
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
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
        try (InputStream bytes = Files.newInputStream(jar.path())) {
            Bundle bundle = context.installBundle(LOCATION + jar.name() + "/" + jar.version(), bytes);
            bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
            return bundle;
        } catch (BundleException | IOException e) {
            throw new Refusal("%s %s cannot be installed: %s".formatted(jar.name(), jar.version(), e.getMessage()), e);
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

    /** What a resolved bundle is wired to, a line each. */
    List<String> wires(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        List<BundleWire> wires = wiring == null ? null : wiring.getRequiredWires(null);
        return wires == null
                ? List.of()
                : wires.stream()
                        .filter(wire -> !wire.getCapability()
                                .getNamespace()
                                .equals(ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE))
                        .map(Container::wire)
                        .distinct()
                        .toList();
    }

    private static String wire(BundleWire wire) {
        String namespace = wire.getCapability().getNamespace();
        Object what = wire.getCapability().getAttributes().get(namespace);
        Object version = wire.getCapability().getAttributes().get("version");
        BundleRevision from = wire.getProvider();
        return "%s%s <- %s %s"
                .formatted(
                        what == null ? namespace : what,
                        version == null ? "" : " " + version,
                        from.getSymbolicName(),
                        from.getVersion());
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
        within("start " + bundle.getSymbolicName(), () -> bundle.start());
    }

    void stop(Bundle bundle) throws Refusal {
        within("stop " + bundle.getSymbolicName(), () -> bundle.stop());
    }

    void uninstall(Bundle bundle) throws Refusal {
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
        stop(bundle);
        uninstall(bundle);
        refresh(List.of(bundle));
    }

    /** Frees uninstalled bundles' classes for the collector. */
    void refresh(List<Bundle> bundles) throws Refusal {
        CountDownLatch refreshed = new CountDownLatch(1);
        wiring().refreshBundles(bundles, event -> refreshed.countDown());
        within("refresh " + bundles.getFirst().getSymbolicName(), refreshed::await);
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
        Thread.ofPlatform().daemon().name("swap-" + name).start(task);
        try {
            task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Refusal("it failed to %s: %s".formatted(name, reason(e.getCause())), e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new Refusal("to %s took more than %d ms".formatted(name, patience.toMillis()), e);
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
