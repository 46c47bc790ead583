package org.hotrealm.ops.upgrade;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** A real framework with the contract of rooms in it. */
final class TestFramework implements AutoCloseable {

    private final Framework framework;

    TestFramework(Path folder, int startLevel) throws BundleException {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        folder.resolve("cache").toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                        Integer.toString(startLevel),
                        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                        "org.hotrealm.room.api;version=1.0.0"));
        framework.start();
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    Bundle install(Path jar, int startLevel) throws BundleException {
        Bundle bundle = context().installBundle(jar.toUri().toString());
        bundle.adapt(BundleStartLevel.class).setStartLevel(startLevel);
        bundle.start();
        return bundle;
    }

    void climb(int startLevel) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(startLevel, event -> reached.countDown());
        reached.await(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        framework.stop();
        framework.waitForStop(20_000);
    }
}
