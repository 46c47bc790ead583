package org.hotrealm.content.files;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells on its own thread when the folder's files have changed and come to rest: the system's change notices wake it,
 * and where they get lost or there are none it compares the files now and then.
 */
final class FolderWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

    /** Called on the watching thread. */
    interface Listener {
        /** Whether the files differ from those last read. */
        boolean stale();

        /** They differ and have been quiet for a while. */
        void changed();
    }

    private final Folder folder;
    private final Settings settings;
    private final Listener listener;
    private final @Nullable WatchService notices;
    private final Thread thread;
    private volatile boolean closed;

    FolderWatch(Folder folder, Settings settings, Listener listener) {
        this.folder = folder;
        this.settings = settings;
        this.listener = listener;
        this.notices = open(folder);
        register();
        this.thread = Thread.ofPlatform().name("hotrealm-content").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (notices == null) {
                thread.interrupt();
            } else {
                notices.close();
            }
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (IOException e) {
            LOG.debug("closing the watch of {}", folder.root(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                await(settings.rescanMillis());
                while (await(settings.debounceMillis())) {
                    // Something is still being saved.
                }
                register();
                if (!closed && listener.stale()) {
                    listener.changed();
                }
            } catch (InterruptedException | ClosedWatchServiceException end) {
                return;
            } catch (RuntimeException e) {
                LOG.error("following the content in {} failed; going on", folder.root(), e);
            }
        }
    }

    /** Waits for notices; whether there were any in time. */
    private boolean await(long millis) throws InterruptedException {
        if (notices == null) {
            Thread.sleep(millis);
            return false;
        }
        WatchKey key = notices.poll(millis, TimeUnit.MILLISECONDS);
        if (key == null) {
            return false;
        }
        key.pollEvents();
        key.reset();
        return true;
    }

    /** Registering a folder twice is harmless; one that was replaced needs it anew. */
    private void register() {
        if (notices == null) {
            return;
        }
        for (Path path : new Path[] {folder.root(), folder.zones()}) {
            try {
                if (Files.isDirectory(path)) {
                    path.register(
                            notices,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY,
                            StandardWatchEventKinds.ENTRY_DELETE);
                }
            } catch (IOException e) {
                LOG.debug("no change notices for {}: it is compared every {} ms", path, settings.rescanMillis(), e);
            }
        }
    }

    private static @Nullable WatchService open(Folder folder) {
        try {
            return folder.root().getFileSystem().newWatchService();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "no change notices for {} ({}): the files are compared now and then instead",
                    folder.root(),
                    e.toString());
            return null;
        }
    }
}
