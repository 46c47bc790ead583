package org.hotrealm.ops.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hotrealm.ops.api.Logs;
import org.hotrealm.ops.api.SettingsFiles;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * Applies the configuration folder before bundles of later start levels start, then again whenever a file in it changes.
 * The folder is looked at twice a second rather than watched, because watching fails silently on network mounts. Is the
 * command {@code realm:config}.
 */
@Component(
        service = {ConfigWatcher.class, SettingsFiles.class},
        immediate = true,
        property = {
            "osgi.command.scope=realm",
            "osgi.command.function=config",
            "hotrealm.help.config=[PID] [--all]: every setting with its value in force and where it comes from"
        })
public final class ConfigWatcher implements SettingsFiles {

    private static final Duration PERIOD = Duration.ofMillis(500);

    private final ConfigFolder folder;
    private final ConfigCommand command;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Logs logs;

    private final Thread thread;

    /** Reads the folder {@code hotrealm.config}, a framework property, once before it returns. */
    @Activate
    public ConfigWatcher(
            @Reference ConfigurationAdmin admin, @Reference ServiceComponentRuntime runtime, BundleContext context) {
        String path = context.getProperty("hotrealm.config");
        Schema schema = new Schema(new Installed(context));
        Variables variables = new Variables(context::getProperty, System::getenv);
        String data = context.getProperty("hotrealm.data");
        String launched = context.getProperty("hotrealm.features");
        Delivered delivered = new Delivered(
                launched == null
                        ? List.of()
                        : launched.lines()
                                .filter(line -> !line.isBlank())
                                .map(Path::of)
                                .toList(),
                Path.of(data == null ? "data" : data, "features", "in-force"));
        Components components = new Components(runtime, () -> logs);
        folder = new ConfigFolder(
                Path.of(path == null ? "config" : path),
                schema,
                variables,
                delivered,
                new LastGood(Path.of(data == null ? "data" : data, "config", "last-good")),
                new Admin(admin),
                components);
        command = new ConfigCommand(schema, new Layers(variables), folder);
        folder.scan();
        thread = Thread.ofVirtual().name("config").start(this::watch);
    }

    /** The command: parts of PIDs, {@code --all}, {@code --json}; {@link IllegalArgumentException} for what is not understood. */
    public String config(String... words) {
        return command.run(List.of(words));
    }

    @Override
    public List<String> refused() {
        return folder.refusals().stream().flatMap(each -> each.texts().stream()).toList();
    }

    @Override
    public List<String> unmet() {
        return folder.refusals().stream()
                .filter(each -> each.kind() == Refusal.Kind.UNMET)
                .flatMap(each -> each.texts().stream())
                .toList();
    }

    @Override
    public void look() {
        folder.scan();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                folder.scan();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Deactivate
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(PERIOD.multipliedBy(4));
    }
}
