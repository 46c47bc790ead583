package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.hotrealm.ops.upgrade.fixture.Gate;
import org.hotrealm.ops.upgrade.fixture.Monsters;

/** Makes bundles. */
final class TestJars {

    static final String NAME = "test.monsters";

    private TestJars() {}

    /** A good behaviour bundle of this version. */
    static Path monsters(Path folder, String version) throws IOException {
        return monsters(folder, version, Map.of());
    }

    /** The same with further headers. */
    static Path monsters(Path folder, String version, Map<String, String> more) throws IOException {
        Manifest manifest = manifest(NAME, version);
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Bundle-Activator", Monsters.class.getName());
        headers.putValue("Import-Package", "org.osgi.framework,org.hotrealm.room.api;version=\"[1.0,2)\"");
        headers.putValue(
                "Provide-Capability",
                "osgi.service;objectClass:List<String>=\"org.hotrealm.room.api.Behaviour\";effective:=active");
        more.forEach(headers::putValue);
        Path jar = folder.resolve(NAME + "-" + version + more.hashCode() + ".jar");
        return write(jar, manifest, Monsters.class);
    }

    /** A bundle that offers a service and is no behaviour. */
    static Path adapter(Path folder, String name, String version, Map<String, String> more) throws IOException {
        Manifest manifest = manifest(name, version);
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Bundle-Activator", Gate.class.getName());
        headers.putValue("Import-Package", "org.osgi.framework");
        more.forEach(headers::putValue);
        return write(folder.resolve(name + "-" + version + more.hashCode() + ".jar"), manifest, Gate.class);
    }

    static Manifest manifest(String name, String version) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Version", version);
        return manifest;
    }

    static Path write(Path jar, Manifest manifest, Class<?>... classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : classes) {
                String entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in = type.getResourceAsStream("/" + entry)) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }
}
