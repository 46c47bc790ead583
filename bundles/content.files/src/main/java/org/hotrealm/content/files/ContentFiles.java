package org.hotrealm.content.files;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import org.hotrealm.content.api.Content;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Serves {@link Content} from the content folder. The service appears with the first valid content, so that nobody has to
 * cope with none; from then on it stays.
 */
@Component(
        service = {},
        immediate = true)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"org.hotrealm.content.api.Content\"",
        effective = "active")
@Designate(ocd = ContentConfig.class)
public final class ContentFiles implements FolderWatch.Listener {

    private final BundleContext context;
    private final ContentStore store;
    private final FolderWatch watch;
    private final ServiceRegistration<MeterBinder> meters;
    private volatile @Nullable ServiceRegistration<Content> registration;

    /** Reads the content once and follows the folder from then on. */
    @Activate
    public ContentFiles(BundleContext context, ContentConfig config) {
        this.context = context;
        Settings settings = settings(context, config);
        Folder folder = new Folder(settings.path());
        this.store = new ContentStore(folder);
        this.watch = new FolderWatch(folder, settings, this);
        this.meters = context.registerService(MeterBinder.class, store.meters(), null);
        changed();
        watch.start();
    }

    private static Settings settings(BundleContext context, ContentConfig config) {
        String property = context.getProperty("hotrealm.content");
        String path = !config.path().isBlank() ? config.path() : property == null ? "config/content" : property;
        return new Settings(Path.of(path), config.debounceMillis(), config.rescanMillis());
    }

    @Override
    public boolean stale() {
        return store.stale();
    }

    @Override
    public void changed() {
        store.load();
        if (registration == null && store.ready()) {
            registration = context.registerService(Content.class, store, null);
        }
    }

    @Deactivate
    void stop() {
        watch.close();
        meters.unregister();
        ServiceRegistration<Content> registered = registration;
        if (registered != null) {
            registered.unregister();
        }
    }
}
