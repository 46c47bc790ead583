package org.hotrealm.itests.reissue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle's jar once more, under another version. */
public final class Reissue {

    private Reissue() {}

    /** Writes it beside the others to the folder given, and returns the jar. */
    public static Path of(Path jar, String version, Path folder) throws IOException {
        Path out = folder.resolve(jar.getFileName().toString().replaceFirst("-[0-9].*", "-" + version + ".jar"));
        try (JarFile in = new JarFile(jar.toFile())) {
            Manifest manifest = in.getManifest();
            manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
            try (JarOutputStream jars = new JarOutputStream(Files.newOutputStream(out), manifest)) {
                for (JarEntry entry : in.stream().toList()) {
                    copy(in, entry, jars);
                }
            }
        }
        return out;
    }

    private static void copy(JarFile in, JarEntry entry, JarOutputStream out) throws IOException {
        if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
            return;
        }
        out.putNextEntry(new JarEntry(entry.getName()));
        try (InputStream bytes = in.getInputStream(entry)) {
            bytes.transferTo(out);
        }
        out.closeEntry();
    }
}
