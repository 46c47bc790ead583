package org.hotrealm.ops.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the installed bundles say can be configured, by PID; of two versions of a bundle the newer one counts. */
final class Installed implements Supplier<Map<String, Described>> {

    private static final Logger LOG = LoggerFactory.getLogger(Installed.class);
    private static final String FOLDER = "OSGI-INF/metatype";

    private final BundleContext context;
    /** Each bundle's number and when it was changed last. */
    private long[] seen = {};

    private Map<String, Described> known = Map.of();

    Installed(BundleContext context) {
        this.context = context;
    }

    @Override
    public synchronized Map<String, Described> get() {
        Bundle[] bundles = context.getBundles();
        long[] now = new long[2 * bundles.length];
        for (int i = 0; i < bundles.length; i++) {
            now[2 * i] = bundles[i].getBundleId();
            now[2 * i + 1] = bundles[i].getLastModified();
        }
        if (!Arrays.equals(now, seen)) {
            seen = now;
            known = read(bundles);
        }
        return known;
    }

    private static Map<String, Described> read(Bundle[] bundles) {
        Map<String, Described> read = new TreeMap<>();
        List<Bundle> oldestFirst = new ArrayList<>(List.of(bundles));
        oldestFirst.sort(Comparator.comparing(Bundle::getVersion));
        for (Bundle bundle : oldestFirst) {
            for (Described each : describedBy(bundle)) {
                read.put(each.pid(), each);
            }
        }
        return read;
    }

    /** Entries are read one by one, as looking for them by a pattern would resolve the bundle. */
    private static List<Described> describedBy(Bundle bundle) {
        List<Described> all = new ArrayList<>();
        try {
            var paths = bundle.getEntryPaths(FOLDER);
            for (String path : paths == null ? List.<String>of() : Collections.list(paths)) {
                URL entry = path.endsWith(".xml") ? bundle.getEntry(path) : null;
                if (entry != null) {
                    try (InputStream xml = entry.openStream()) {
                        all.addAll(Metatype.read(xml, String.valueOf(bundle.getSymbolicName())));
                    }
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.warn("Settings of {} are not checked: {}", bundle.getSymbolicName(), e.getMessage());
        }
        return all;
    }
}
