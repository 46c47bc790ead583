package org.hotrealm.room.engine;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.room.api.Handover;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Parking;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.Vault;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

/** An engine that runs rooms: its parts, and the services by which others know it. */
final class Live {

    private final Host host;
    private final NodeRooms rooms;
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();

    Live(Host host) {
        this.host = host;
        this.rooms = new NodeRooms(host);
    }

    /** The swap of this bundle under way, where there is one. */
    static @Nullable Handover handover(BundleContext context) {
        ServiceReference<Vault> reference = context.getServiceReference(Vault.class);
        Vault vault = reference == null ? null : context.getService(reference);
        return vault == null ? null : vault.underway(context.getBundle().getSymbolicName());
    }

    Host host() {
        return host;
    }

    NodeRooms rooms() {
        return rooms;
    }

    /** Offers its services. */
    synchronized void offer(BundleContext context) {
        registrations.add(context.registerService(Pins.class, host.pins(), null));
        registrations.add(context.registerService(Matchmaking.class, host.matchmaking(), null));
        registrations.add(context.registerService(MeterBinder.class, host.meters(), null));
        registrations.add(context.registerService(Parking.class, new RoomParking(host), null));
        registrations.add(context.registerService(Rooms.class, rooms, null));
    }

    /** Offers them no more, the rooms first. */
    synchronized void withdraw() {
        for (ServiceRegistration<?> registration : registrations.reversed()) {
            try {
                registration.unregister();
            } catch (IllegalStateException alreadyGone) {
                // The framework takes a stopping bundle's services away by itself.
            }
        }
        registrations.clear();
    }

    void join(@Nullable Cluster cluster) {
        if (cluster != null) {
            host.directory().join(cluster, node(), host.remoteCalls()::serve);
            host.rooms().all().forEach(host.directory()::put);
        }
    }

    NodeInfo node() {
        return rooms.node();
    }
}
