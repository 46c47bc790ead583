package org.hotrealm.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What the build assembled, and places to run it in. */
public final class Distribution {

    private static final String NAME = "hotrealm-1.0.0";

    private Distribution() {}

    /** The assembled folder. It is shared by all stories: run it with data folders of your own, change nothing in it. */
    public static Path folder() {
        return target().resolve(NAME);
    }

    /** The archive that is published. */
    public static Path archive() {
        return target().resolve(NAME + ".tar.gz");
    }

    /** Unpacks the archive below a folder and returns the server's folder in it. */
    public static Path unpack(Path into) throws IOException, InterruptedException {
        Files.createDirectories(into);
        Process tar = new ProcessBuilder("tar", "-xzf", archive().toString(), "-C", into.toString())
                .inheritIO()
                .start();
        if (!tar.waitFor(60, TimeUnit.SECONDS) || tar.exitValue() != 0) {
            throw new IOException("Cannot unpack " + archive() + " into " + into);
        }
        return into.resolve(NAME);
    }

    /** Copies the configuration that it comes with to a folder, for {@code HOTREALM_CONFIG}, and returns that. */
    public static Path config(Path into) throws IOException {
        Path shipped = folder().resolve("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = into.resolve(shipped.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return into;
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("No free port", none);
        }
    }

    private static Path target() {
        String target = System.getProperty("hotrealm.distribution");
        if (target == null) {
            throw new IllegalStateException("Run stories with Maven, which tells where the distribution is: "
                    + "mvn verify -pl itests/<story> -am");
        }
        return Path.of(target);
    }
}
