package org.hotrealm.lib.lettuce;

import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Makes Netty's executors that are there for everybody. Each keeps an exception made with it, and with its stack trace the
 * classes of whoever was on the stack: whoever uses Redis first could then not leave memory before Netty does. This bundle stays as
 * long as Netty does.
 */
public final class FirstUse implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        GlobalEventExecutor.INSTANCE.isShuttingDown();
        ImmediateEventExecutor.INSTANCE.isShuttingDown();
    }

    @Override
    public void stop(BundleContext context) {}
}
