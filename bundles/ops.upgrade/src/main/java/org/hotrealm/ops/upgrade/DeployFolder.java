package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Swaps in what is dropped into a folder. A file is taken when it has not changed between two looks, and each content only
 * once ever, so that a jar that stays in the folder does not come back after a later swap.
 */
@Component(
        service = {},
        immediate = true)
@Designate(ocd = DeployConfig.class)
public final class DeployFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DeployFolder.class);

    private final Path folder;
    private final Path taken;
    private final Swaps swaps;
    private final Set<String> digests;
    private final Map<Path, Stamp> seen = new HashMap<>();
    private final Map<Path, Stamp> done = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deploy").factory());

    private record Stamp(long size, long modified) {}

    /** Looks at the folder from now on; makes it where it is missing. */
    @Activate
    public DeployFolder(BundleContext context, DeployConfig config, @Reference Swaps swaps) {
        this(Folders.of(context), swaps);
        long every =
                Settings.millis("deploy.every.ms", config.deploy_every_ms(), 50).toMillis();
        clock.scheduleWithFixedDelay(this::guardedLook, every, every, TimeUnit.MILLISECONDS);
    }

    DeployFolder(Folders folders, Swaps swaps) {
        this.swaps = swaps;
        folder = folders.deploy();
        taken = folders.upgrades().resolve("deployed");
        digests = read(taken);
    }

    private static Set<String> read(Path file) {
        Set<String> digests = new HashSet<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                digests.add(line.split(" ", 2)[0]);
            }
        } catch (IOException e) {
            LOG.warn("cannot read {}: jars in the deploy folder are taken for new", file, e);
        }
        return digests;
    }

    private void guardedLook() {
        try {
            look();
        } catch (IOException | RuntimeException | Error e) {
            LOG.warn("cannot look into {}: {}", folder, e.toString());
        }
    }

    /** One look; swaps what is new and at rest since the look before. */
    void look() throws IOException {
        Files.createDirectories(folder);
        List<Path> jars;
        try (Stream<Path> files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
        seen.keySet().retainAll(jars);
        done.keySet().retainAll(jars);
        for (Path jar : jars) {
            BasicFileAttributes attributes = Files.readAttributes(jar, BasicFileAttributes.class);
            Stamp now =
                    new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis());
            boolean atRest = now.equals(seen.put(jar, now)) && now.size() > 0;
            if (atRest && !now.equals(done.get(jar))) {
                done.put(jar, now);
                take(jar);
            }
        }
    }

    private void take(Path jar) throws IOException {
        String digest = digest(jar);
        if (!digests.add(digest)) {
            LOG.info("{} was taken from the deploy folder before; realm:swap does it again", jar.getFileName());
            return;
        }
        Files.createDirectories(taken.toAbsolutePath().getParent());
        Files.writeString(
                taken,
                digest + " " + jar.getFileName() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        LOG.info("{} was dropped into the deploy folder", jar.getFileName());
        // What comes of it is logged by the operation, in one line.
        swaps.swap(SwapRequest.of(jar.toAbsolutePath().toString(), "deploy folder"), step -> {});
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, sha).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Deactivate
    void close() {
        clock.shutdownNow();
    }
}
