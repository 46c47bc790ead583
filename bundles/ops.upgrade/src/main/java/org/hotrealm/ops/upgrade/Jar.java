package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/**
 * A bundle's jar, read to the end and found whole.
 *
 * @param path where it lies
 * @param name its symbolic name
 * @param version its version
 */
record Jar(Path path, String name, Version version) {

    private static final int LARGEST = 256 * 1024 * 1024;

    /** The file name of a kept copy. */
    String fileName() {
        return name + "-" + version + ".jar";
    }

    /** Reads and checks. Nothing of the jar is run. */
    static Jar read(Path path) throws Refusal {
        return read(path, path.getFileName().toString());
    }

    /** The same; where it is refused it is called by this name. */
    static Jar read(Path path, String called) throws Refusal {
        if (!Files.isRegularFile(path)) {
            throw new Refusal("there is no file %s".formatted(path));
        }
        try (JarFile jar = new JarFile(path.toFile(), true)) {
            readWhole(jar);
            return describe(path, called, jar.getManifest());
        } catch (IOException | RuntimeException e) {
            throw new Refusal(
                    "%s is no whole jar (%s); copy it again or build it again".formatted(called, e.getMessage()), e);
        }
    }

    /** A damaged jar may well open: only reading every entry against its checksum tells. */
    private static void readWhole(JarFile jar) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            CRC32 sum = new CRC32();
            try (InputStream in = jar.getInputStream(entry)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sum.update(buffer, 0, read);
                    total += read;
                    if (total > LARGEST) {
                        throw new IOException("it unpacks to more than %d bytes".formatted(LARGEST));
                    }
                }
            }
            if (entry.getCrc() != -1 && entry.getCrc() != sum.getValue()) {
                throw new IOException("the checksum of %s is wrong".formatted(entry.getName()));
            }
        }
    }

    private static Jar describe(Path path, String called, @org.jspecify.annotations.Nullable Manifest manifest)
            throws Refusal {
        Attributes headers = manifest == null ? new Attributes() : manifest.getMainAttributes();
        String name = headers.getValue(Constants.BUNDLE_SYMBOLICNAME);
        if (name == null) {
            throw new Refusal("%s is no OSGi bundle: its manifest has no Bundle-SymbolicName; build it with bnd"
                    .formatted(called));
        }
        if (headers.getValue(Constants.FRAGMENT_HOST) != null) {
            throw new Refusal("%s is a fragment; fragments are part of their host and are not swapped".formatted(name));
        }
        return new Jar(
                path, name.split(";", 2)[0].strip(), version(called, headers.getValue(Constants.BUNDLE_VERSION)));
    }

    private static Version version(String called, @org.jspecify.annotations.Nullable String text) throws Refusal {
        try {
            return Version.parseVersion(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal("%s has the version '%s', which is none".formatted(called, text), e);
        }
    }
}
