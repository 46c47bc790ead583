package org.hotrealm.itests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;

/** A bundle's meters are there while it is. */
public final class MetersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A meter that stays keeps its bundle's class loader, and tells of what is no more. */
    @Test
    void metersLeaveWithTheirBundleAndComeBackWithIt(
            @InjectBundleContext BundleContext context, @InjectService MeterRegistry registry) throws Exception {
        List<Bundle> measured = measured(context);
        assertThat(measured)
                .extracting(Bundle::getSymbolicName)
                .contains(
                        "org.hotrealm.room.engine",
                        "org.hotrealm.net.transport",
                        "org.hotrealm.net.colyseus",
                        "org.hotrealm.realm.zone",
                        "org.hotrealm.realm.world",
                        "org.hotrealm.monster.ai",
                        "org.hotrealm.content.files",
                        "org.hotrealm.progress.jdbc",
                        "org.hotrealm.ops.health",
                        "org.hotrealm.ops.upgrade");
        for (Bundle bundle : measured) {
            leaveAndComeBack(bundle, registry);
        }
    }

    private static void leaveAndComeBack(Bundle bundle, MeterRegistry registry)
            throws BundleException, InterruptedException {
        Set<String> before = ours(registry);
        bundle.stop();
        Set<String> without = ours(registry);
        bundle.start();
        Set<String> again = await(registry, before::equals);
        assertThat(before).containsAll(without);
        // These two have meters only once there are monsters.
        if (!bundle.getSymbolicName().matches(".*\\.(realm\\.world|monster\\.ai)")) {
            assertThat(without).as("left of %s", bundle).hasSizeLessThan(before.size());
        }
        assertThat(again).as("after the return of %s", bundle).isEqualTo(before);
    }

    private static Set<String> await(MeterRegistry registry, Predicate<Set<String>> good) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Set<String> now = ours(registry);
        while (!good.test(now) && System.nanoTime() - deadline < 0) {
            Thread.sleep(20);
            now = ours(registry);
        }
        return now;
    }

    private static Set<String> ours(MeterRegistry registry) {
        return registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("hotrealm."))
                .map(id -> id.getName() + id.getTags())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Bundle> measured(BundleContext context) throws InvalidSyntaxException {
        ServiceReference<?>[] binders = context.getAllServiceReferences(MeterBinder.class.getName(), null);
        return Arrays.stream(binders == null ? new ServiceReference<?>[0] : binders)
                .map(ServiceReference::getBundle)
                .distinct()
                .toList();
    }
}
