package org.hotrealm.itests.bad.plugin;

import java.util.concurrent.locks.LockSupport;
import org.hotrealm.room.api.Behaviour;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A plugin that is as bad as its manifest says. */
public final class Plug implements BundleActivator {

    private String fault = "";

    @Override
    public void start(BundleContext context) {
        fault = context.getBundle().getHeaders().get("Plug-Fault");
        switch (fault) {
            case "start throws" -> throw new IllegalStateException("no start today");
            case "start hangs" -> sleepForEver();
            case "leaks a thread" ->
                Thread.ofPlatform().daemon().name("left behind").start(Plug::sleepForEver);
            default -> {}
        }
        String sign = context.getBundle().getHeaders().get("Plug-Sign");
        context.registerService(Behaviour.class, new PlugSystem(fault, sign), null);
    }

    @Override
    public void stop(BundleContext context) {
        switch (fault) {
            case "stop throws" -> throw new IllegalStateException("no stop today");
            case "stop hangs" -> sleepForEver();
            default -> {}
        }
    }

    /** Whoever interrupts it. */
    static void sleepForEver() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }
}
