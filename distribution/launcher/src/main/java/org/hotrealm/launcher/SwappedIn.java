package org.hotrealm.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * The versions that were swapped in while the server ran, as {@code ops.upgrade} wrote them down in {@code data/upgrades/active}:
 * those of bundles that start before it, in whose place it comes too late. Used once, before anything has started.
 */
final class SwappedIn {

    private static final Pattern TAKEN_OVER = Pattern.compile("(?<name>[^/\\s]+)/(?<version>\\S+)(?: level \\d+)?");

    /** The start level of {@code ops.upgrade}, which puts the others in force. */
    private static final int ITS_LEVEL = 15;

    private final Path folder;
    private final BundleContext context;

    SwappedIn(Path folder, BundleContext context) {
        this.folder = folder;
        this.context = context;
    }

    /** The bundles with those delivered replaced by those swapped in; one that does not fit is told and left. */
    List<Bundle> over(List<Bundle> delivered) {
        List<Bundle> all = new ArrayList<>(delivered);
        for (String line : lines()) {
            Matcher matcher = TAKEN_OVER.matcher(line.strip());
            if (matcher.matches()) {
                all.replaceAll(bundle -> replaced(bundle, matcher.group("name"), matcher.group("version")));
            }
        }
        return all;
    }

    private List<String> lines() {
        Path file = folder.resolve("active");
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            System.err.println("Cannot read " + file + ", the versions delivered are used: " + unreadable.getMessage());
            return List.of();
        }
    }

    private Bundle replaced(Bundle old, String name, String version) {
        int level = old.adapt(BundleStartLevel.class).getStartLevel();
        if (level > ITS_LEVEL
                || !name.equals(old.getSymbolicName())
                || version.equals(old.getVersion().toString())) {
            return old;
        }
        Path jar = folder.resolve(name + "-" + version + ".jar");
        try (InputStream bytes = Files.newInputStream(jar)) {
            Bundle fresh = context.installBundle("upgrade:" + name + "/" + version, bytes);
            FrameworkWiring wiring = context.getBundle(0).adapt(FrameworkWiring.class);
            if (!wiring.resolveBundles(List.of(fresh))) {
                fresh.uninstall();
                throw new BundleException("it does not resolve here");
            }
            fresh.adapt(BundleStartLevel.class).setStartLevel(level);
            old.uninstall();
            return fresh;
        } catch (IOException | BundleException e) {
            System.err.println(name + " " + version + " was swapped in earlier and cannot be restored, the version"
                    + " delivered is used: " + e.getMessage());
            return old;
        }
    }
}
