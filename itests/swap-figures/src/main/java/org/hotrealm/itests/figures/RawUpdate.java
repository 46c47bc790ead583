package org.hotrealm.itests.figures;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code realm:raw NAME FILE}: {@code Bundle.update} and {@code refreshBundles} beneath whatever runs, as nobody should. */
@Component(
        service = RawUpdate.class,
        property = {
            "osgi.command.scope=realm",
            "osgi.command.function=raw",
            "hotrealm.help.raw=NAME FILE, for comparison"
        })
public final class RawUpdate {

    private static final int SECONDS = 60;

    private final BundleContext context;

    /** A command for this framework. */
    @Activate
    public RawUpdate(BundleContext context) {
        this.context = context;
    }

    /**
     * Updates and refreshes, and returns when the framework says that it has refreshed.
     *
     * @param words symbolic name and file
     * @return what was done
     */
    public String raw(String... words) {
        if (words.length != 2) {
            throw new IllegalArgumentException("realm:raw NAME FILE");
        }
        Bundle bundle = Arrays.stream(context.getBundles())
                .filter(one -> words[0].equals(one.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no bundle is called " + words[0]));
        try (InputStream jar = Files.newInputStream(Path.of(words[1]))) {
            bundle.update(jar);
        } catch (IOException | BundleException e) {
            throw new IllegalArgumentException(words[1] + " cannot be taken: " + e.getMessage());
        }
        refresh(bundle);
        return words[0] + " is " + bundle.getVersion();
    }

    private void refresh(Bundle bundle) {
        CountDownLatch done = new CountDownLatch(1);
        FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
        wiring.refreshBundles(List.of(bundle), _ -> done.countDown());
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalArgumentException("not refreshed within %d s".formatted(SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalArgumentException("interrupted");
        }
    }
}
