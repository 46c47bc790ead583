package org.hotrealm.ops.upgrade;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

/** Proves that nothing of a bundle is left in memory: its class loader can be collected. */
final class LeftBehind {

    private static final long PAUSE_MILLIS = 50;
    /** A collection takes processor time from the rooms, so not too many of them. */
    private static final int PAUSES_PER_COLLECTION = 20;

    private final WeakReference<ClassLoader> loader;
    private final String name;
    private final Set<String> packages = new HashSet<>();

    /** Remembers the loader of a bundle, weakly. Call before the bundle is uninstalled. */
    LeftBehind(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        loader = new WeakReference<>(wiring == null ? null : wiring.getClassLoader());
        name = bundle.getSymbolicName() + " " + bundle.getVersion();
        Enumeration<URL> classes =
                bundle.getState() == Bundle.INSTALLED ? null : bundle.findEntries("/", "*.class", true);
        while (classes != null && classes.hasMoreElements()) {
            String path = classes.nextElement().getPath();
            packages.add(path.substring(1, Math.max(1, path.lastIndexOf('/'))).replace('/', '.'));
        }
    }

    /**
     * Lets the collector run until the loader is gone or the time is over. Blocks; not for a room's thread. Only asks whether
     * the loader is there and never takes hold of it: that alone would keep it through a concurrent collection.
     */
    boolean collected(Duration within) {
        forgetLastRecord();
        long deadline = System.nanoTime() + within.toNanos();
        for (int pause = 0; !loader.refersTo(null) && System.nanoTime() < deadline; pause++) {
            if (pause % PAUSES_PER_COLLECTION == 0) {
                System.gc();
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return loader.refersTo(null);
            }
        }
        return loader.refersTo(null);
    }

    /**
     * The JDK softly keeps the record class whose generated equality was linked last, whatever bundle it is of, until another
     * takes its place: this one does.
     */
    private static void forgetLastRecord() {
        try {
            ObjectMethods.bootstrap(
                    MethodHandles.lookup(),
                    "equals",
                    MethodType.methodType(boolean.class, Nothing.class, Object.class),
                    Nothing.class,
                    "");
        } catch (Exception e) {
            throw new IllegalStateException("a record without fields has no equality", e);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private record Nothing() {}

    private boolean itsOwn(StackTraceElement frame) {
        String type = frame.getClassName();
        return packages.contains(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
    }

    /** What is known to hold it, in words. */
    String holders() {
        ClassLoader held = loader.get();
        if (held == null) {
            return "nothing";
        }
        List<String> threads = new ArrayList<>();
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread.getContextClassLoader() == held
                    || thread.getClass().getClassLoader() == held
                    || Arrays.stream(stack).anyMatch(this::itsOwn)) {
                threads.add(thread.getName());
            }
        });
        String known = threads.isEmpty()
                ? "no thread of it was found; a heap dump (jcmd <pid> GC.heap_dump FILE) tells who keeps an object of"
                        + " it"
                : "its threads still run: " + String.join(", ", threads);
        return "classes of %s are still in memory; %s".formatted(name, known);
    }
}
