package org.hotrealm.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** One framework, filled from the features of a distribution. Used by one thread at a time. */
final class Server {

    /** Everything has started when the framework has reached this level. */
    private static final int LAST_LEVEL = 100;

    private final Settings settings;
    private final Framework framework;

    private Server(Settings settings, Framework framework) {
        this.settings = settings;
        this.framework = framework;
    }

    /** Starts the framework and every bundle; returns when the last start level is reached. */
    static Server start(Settings settings) {
        Server server = new Server(settings, newFramework(settings));
        try {
            server.framework.init();
            server.install();
            server.framework.start();
            server.climb();
            return server;
        } catch (BundleException failed) {
            throw new LaunchFailure("The framework does not start: " + failed.getMessage(), failed);
        }
    }

    private static Framework newFramework(Settings settings) {
        Map<String, String> properties = new HashMap<>(settings.frameworkProperties());
        properties.put(
                Constants.FRAMEWORK_STORAGE, settings.data().resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
        properties.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "1");
        properties.putIfAbsent("org.osgi.service.log.admin.loglevel", "INFO");
        properties.put("hotrealm.home", settings.home().toString());
        properties.put("hotrealm.config", settings.config().toString());
        properties.put("hotrealm.content", settings.config().resolve("content").toString());
        properties.put("hotrealm.data", settings.data().toString());
        properties.put("hotrealm.logs", settings.logs().toString());
        properties.put("hotrealm.deploy", settings.deploy().toString());
        properties.put("hotrealm.features", featureFiles(settings));
        properties.put(
                "hotrealm.start.timeout", Long.toString(settings.startTimeout().toMillis()));
        properties.put(
                "hotrealm.drain.timeout", Long.toString(settings.drainTimeout().toMillis()));
        return ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow(() -> new LaunchFailure("The framework's jar is missing beside the launcher."))
                .newFramework(properties);
    }

    private static String featureFiles(Settings settings) {
        List<String> files = new ArrayList<>();
        settings.features().forEach(each -> files.add(settings.featureFile(each).toString()));
        return String.join("\n", files);
    }

    private void install() throws BundleException {
        List<FeatureFile> features = new ArrayList<>();
        settings.features().forEach(each -> features.add(FeatureFile.read(settings.featureFile(each))));
        List<Bundle> installed = new ArrayList<>();
        for (BundleEntry entry : FeatureFile.merge(features)) {
            Bundle bundle = install(entry);
            bundle.adapt(BundleStartLevel.class).setStartLevel(entry.startLevel());
            installed.add(bundle);
        }
        SwappedIn swapped = new SwappedIn(settings.data().resolve("upgrades"), framework.getBundleContext());
        for (Bundle bundle : swapped.over(installed)) {
            if (bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null) {
                bundle.start(Bundle.START_ACTIVATION_POLICY);
            }
        }
    }

    private Bundle install(BundleEntry entry) throws BundleException {
        Path jar = entry.jar(settings.home().resolve("bundles"));
        try (InputStream bytes = Files.newInputStream(jar)) {
            return framework.getBundleContext().installBundle(jar.toUri().toString(), bytes);
        } catch (NoSuchFileException missing) {
            throw new LaunchFailure("A feature names " + entry.fileName() + ", which is not in bundles/.", missing);
        } catch (IOException unreadable) {
            throw new LaunchFailure("Cannot read " + jar + ": " + unreadable.getMessage() + ".", unreadable);
        }
    }

    /** Raises the start level; a bundle that does not start is reported and does not keep the others from starting. */
    private void climb() {
        framework
                .adapt(FrameworkWiring.class)
                .resolveBundles(List.of(framework.getBundleContext().getBundles()));
        CountDownLatch reached = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(LAST_LEVEL, event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        });
        await(reached);
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            explainIfNotStarted(bundle);
        }
    }

    private void await(CountDownLatch reached) {
        try {
            if (!reached.await(settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new LaunchFailure("The bundles did not start within "
                        + settings.startTimeout().toSeconds() + " s; see "
                        + settings.logs().resolve("hotrealm.log") + ".");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("Interrupted while starting.", interrupted);
        }
    }

    private static void explainIfNotStarted(Bundle bundle) {
        boolean fragment = bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null;
        if (fragment || (bundle.getState() & (Bundle.ACTIVE | Bundle.STARTING)) != 0) {
            return;
        }
        try {
            bundle.start(Bundle.START_TRANSIENT);
        } catch (BundleException refused) {
            System.err.println(bundle.getSymbolicName() + " " + bundle.getVersion() + " does not start: "
                    + String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /**
     * Asks the bundle that watches the start what is up.
     *
     * @return text for the person who started the server, empty when no installed bundle watches
     */
    String welcome() {
        Callable<?> verdict = launchService(Callable.class, "verdict");
        if (verdict == null) {
            return "";
        }
        try {
            return String.valueOf(verdict.call());
        } catch (Exception failed) {
            throw new LaunchFailure(String.valueOf(failed.getMessage()), failed);
        }
    }

    /** Lets the rooms say goodbye to their players; returns when they have, or after the time allowed. */
    void drain() {
        Runnable drain = launchService(Runnable.class, "drain");
        if (drain != null) {
            drain.run();
        }
    }

    private <T> @Nullable T launchService(Class<T> type, String role) {
        BundleContext context = framework.getBundleContext();
        if (context == null) {
            return null;
        }
        try {
            for (ServiceReference<T> reference : context.getServiceReferences(type, "(hotrealm.launch=" + role + ")")) {
                return context.getService(reference);
            }
            return null;
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException("The filter for " + role + " is malformed.", impossible);
        }
    }

    /** Stops every bundle; returns when the framework has stopped, or after ten seconds. */
    void stop() {
        try {
            framework.stop();
            framework.waitForStop(10_000);
        } catch (BundleException failed) {
            System.err.println("The framework does not stop: " + failed.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks until somebody stops the framework, for instance from the shell. */
    void waitUntilStopped() throws InterruptedException {
        framework.waitForStop(0);
    }
}
