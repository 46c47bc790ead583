package org.hotrealm.net.colyseus;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.net.api.ConnectionHandler;
import org.hotrealm.net.api.HttpRoute;
import org.hotrealm.net.api.Listening;
import org.hotrealm.room.api.Handover;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.StateOwner;
import org.hotrealm.room.api.Vault;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Speaks the Colyseus protocol over the transport's connections and routes; the rooms may come and go. While another version
 * of it serves the connections and is about to hand over, it stands by.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.hotrealm.net.colyseus")
@Designate(ocd = ColyseusConfig.class)
@Capability(
        namespace = StateOwner.NAMESPACE,
        attribute = {
            "kind=" + ColyseusComponent.KIND,
            "schema:Long=" + ColyseusComponent.SCHEMA,
            "from:Long=1",
            "in=bundle"
        })
public final class ColyseusComponent implements StateOwner {

    static final String KIND = "net.colyseus";
    static final int SCHEMA = 1;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LOOK_AGAIN_MILLIS = 2;

    private final BundleContext context;
    private final Renewal rooms = new Renewal();
    private final OwnAddress address = new OwnAddress();
    private final Matchmaking matchmaking;
    private final Lines lines;
    private final ServiceRegistration<StateOwner> owner;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("hotrealm-colyseus").factory());

    private final List<ServiceRegistration<?>> paths = new ArrayList<>();
    private final List<ServiceRegistration<?>> serving = new ArrayList<>();
    private volatile boolean running;

    /** Checks the configuration. */
    @Activate
    public ColyseusComponent(BundleContext context, ColyseusConfig config) {
        this.context = context;
        Settings settings = Settings.from(config);
        address.configured(config.relay_address());
        lines = new Lines(rooms, settings, address);
        matchmaking = new Matchmaking(rooms, settings, lines.breaches());
        owner = context.registerService(StateOwner.class, this, null);
    }

    /** Serves connections, unless another version does yet. */
    @Activate
    void start() {
        clock.scheduleWithFixedDelay(this::check, 1, 1, TimeUnit.SECONDS);
        Handover handover = handover();
        if (handover == null || handover.stage() == Handover.Stage.TAKEN) {
            serve();
        } else if (handover.stage() == Handover.Stage.PARKED) {
            take(handover.parcels()).toCompletableFuture().join();
            handover.taken();
        }
    }

    private @Nullable Handover handover() {
        ServiceReference<Vault> reference = context.getServiceReference(Vault.class);
        Vault vault = reference == null ? null : context.getService(reference);
        return vault == null ? null : vault.underway(context.getBundle().getSymbolicName());
    }

    /** Routes first: they need no state, and are here twice rather than not at all. */
    private synchronized void serve() {
        running = true;
        if (paths.isEmpty()) {
            paths.add(context.registerService(HttpRoute.class, new MatchmakingRoute("", matchmaking), null));
            Endpoint.OLDER_PATHS.forEach(path ->
                    paths.add(context.registerService(HttpRoute.class, new MatchmakingRoute(path, matchmaking), null)));
        }
        serving.add(context.registerService(MeterBinder.class, new ColyseusMeters(lines), null));
        serving.add(context.registerService(ConnectionHandler.class, lines, null));
        lines.relays().serve(true);
    }

    /** No frame is handed over any more when this returns: the transport waits for those under way. */
    private synchronized void withdraw() {
        running = false;
        lines.relays().serve(false);
        unregister(serving);
    }

    private static void unregister(List<ServiceRegistration<?>> registrations) {
        for (ServiceRegistration<?> registration : registrations.reversed()) {
            try {
                registration.unregister();
            } catch (IllegalStateException alreadyGone) {
                // The framework takes a stopping bundle's services away by itself.
            }
        }
        registrations.clear();
    }

    private void check() {
        if (!running) {
            return;
        }
        long now = System.nanoTime();
        lines.check(now);
        matchmaking.check(now);
    }

    @Modified
    void modified(ColyseusConfig config) {
        Settings next = Settings.from(config);
        address.configured(config.relay_address());
        matchmaking.settings(next);
        lines.settings(next);
    }

    @Deactivate
    void stop() {
        unregister(new ArrayList<>(List.of(owner)));
        Handover handover = handover();
        boolean served = running;
        withdraw();
        clock.shutdownNow();
        if (served && handover != null) {
            handover.park(parcels());
        } else if (served) {
            lines.letGo();
        }
        unregister(paths);
        lines.relays().close();
        lines.succession().forget();
    }

    @Reference(policy = ReferencePolicy.DYNAMIC, cardinality = ReferenceCardinality.OPTIONAL)
    void bindRooms(Rooms next) {
        rooms.enter(next);
        lines.relays().entered(next);
        lines.renewed(next);
    }

    void unbindRooms(Rooms gone) {
        rooms.leave(gone);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCluster(Cluster next) {
        lines.relays().joined(next);
    }

    void unbindCluster(Cluster gone) {
        lines.relays().left(gone);
    }

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            cardinality = ReferenceCardinality.OPTIONAL,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindListening(Listening next) {
        address.listening(next);
    }

    void unbindListening(Listening gone) {
        if (address.listening() == gone) {
            address.listening(null);
        }
    }

    // --- handing over

    @Override
    public boolean running() {
        return running;
    }

    @Override
    public CompletionStage<List<String>> obstacles() {
        return CompletableFuture.completedFuture(List.of());
    }

    @Override
    public CompletionStage<Map<String, Parcel>> park(Duration within) {
        return CompletableFuture.supplyAsync(() -> {
            withdraw();
            long deadline = System.nanoTime() + within.toNanos();
            while (lines.succession().entering()) {
                if (System.nanoTime() - deadline > 0) {
                    serve();
                    throw new CompletionException(new IllegalStateException(
                            "a room has not answered a connection within %d ms".formatted(within.toMillis())));
                }
                pause();
            }
            lines.succession().comeHome().join();
            return parcels();
        });
    }

    private Map<String, Parcel> parcels() {
        return Map.of(
                KIND, new Parcel(KIND, SCHEMA, lines.succession().handOver().bytes()));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }

    @Override
    public CompletionStage<Void> take(Map<String, Parcel> parcels) {
        Parcel parcel = parcels.get(KIND);
        if (parcel == null || parcel.schema() != SCHEMA) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "no connections that this version (schema %d) reads are in the parcels: %s"
                            .formatted(SCHEMA, parcel)));
        }
        return CompletableFuture.runAsync(() -> {
            lines.takeOver(parcel.payload());
            serve();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (lines.succession().waiting() > 0 && System.nanoTime() - deadline < 0) {
                pause();
            }
        });
    }
}
