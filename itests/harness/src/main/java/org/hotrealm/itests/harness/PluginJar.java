package org.hotrealm.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Makes a small bundle of classes of a story, as somebody would build a plugin elsewhere. */
public final class PluginJar {

    private final String name;
    private final String version;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final List<Class<?>> classes = new ArrayList<>();

    private PluginJar(String name, String version) {
        this.name = name;
        this.version = version;
    }

    /** A bundle of this name and version without anything in it. */
    public static PluginJar of(String name, String version) {
        return new PluginJar(name, version);
    }

    /** The same with a header of the manifest. */
    public PluginJar header(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** The same with these classes, the first of which starts it. */
    public PluginJar activatedBy(Class<?> activator, Class<?>... others) {
        headers.put("Bundle-Activator", activator.getName());
        classes.add(activator);
        classes.addAll(List.of(others));
        return this;
    }

    /** The same with the header that tells that it offers a behaviour. */
    public PluginJar behaviour() {
        return header(
                "Provide-Capability",
                "osgi.service;objectClass:List<String>=\"org.hotrealm.room.api.Behaviour\";effective:=active");
    }

    /** Writes it to a folder. */
    public Path write(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        headers.forEach(main::putValue);
        Path jar = folder.resolve("%s-%s-%08x.jar".formatted(name, version, headers.hashCode()));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : classes) {
                String entry = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(entry));
                try (InputStream in = Objects.requireNonNull(type.getResourceAsStream("/" + entry))) {
                    in.transferTo(out);
                }
            }
        }
        return jar;
    }
}
