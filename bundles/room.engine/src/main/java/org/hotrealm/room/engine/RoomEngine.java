package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Claim;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Reservation;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.hotrealm.room.api.SeatInput;
import org.hotrealm.room.api.SeatLink;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The room engine as a component: wires cluster and behaviours, which come and go, to rooms, which stay. */
@Component(immediate = true, service = Rooms.class)
@Designate(ocd = EngineConfig.class)
public final class RoomEngine implements Rooms {

    private static final Logger LOG = LoggerFactory.getLogger(RoomEngine.class);

    private final Machine machine;
    private final Host host;
    private final List<ServiceRegistration<?>> registrations;
    private volatile boolean draining;

    /** Starts the engine's threads. */
    @Activate
    public RoomEngine(BundleContext context, EngineConfig config) {
        Settings settings = Settings.from(config, key -> environment(context, key));
        machine = new Machine(settings.workers(), settings.hookLimitMillis());
        host = new Host(settings, machine.threads(), new Behaviours(), new Ids());
        registrations = List.of(
                context.registerService(Pins.class, host.pins(), null),
                context.registerService(Matchmaking.class, host.matchmaking(), null),
                context.registerService(io.micrometer.core.instrument.binder.MeterBinder.class, host.meters(), null));
    }

    /** Ends every room and the threads. */
    @Deactivate
    public void deactivate() {
        registrations.forEach(ServiceRegistration::unregister);
        drain(4001, Duration.ofSeconds(2))
                .toCompletableFuture()
                .orTimeout(3, TimeUnit.SECONDS)
                .exceptionally(e -> null)
                .join();
        machine.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCluster(Cluster cluster) {
        host.directory().join(cluster, node(), host.remoteCalls()::serve);
        host.rooms().all().forEach(host.directory()::put);
    }

    void unbindCluster(Cluster cluster) {
        host.directory().leave(cluster);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindBehaviour(Behaviour behaviour, ServiceReference<Behaviour> reference) {
        var bundle = reference.getBundle();
        Pin pin = new Pin(behaviour.system(), bundle.getVersion().toString(), bundle.getSymbolicName());
        LOG.info("System {} is here, from {}", pin, pin.bundle());
        host.pins().appeared(new Binding(pin, behaviour));
    }

    void unbindBehaviour(Behaviour behaviour) {
        host.pins().goes(behaviour);
    }

    @Override
    public CompletionStage<Reservation> reserve(JoinRequest request) {
        if (draining) {
            return CompletableFuture.failedFuture(
                    new RefusedException(RefusedException.UNAVAILABLE, "the server is shutting down"));
        }
        CompletableFuture<Reservation> done = new CompletableFuture<>();
        host.waiting().execute(() -> {
            try {
                done.complete(host.matchmaker().reserve(request));
                host.meters().joined(true);
            } catch (RefusedException e) {
                host.meters().joined(false);
                done.completeExceptionally(e);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A request for a seat failed: {}", request.target(), e);
                done.completeExceptionally(
                        new RefusedException(RefusedException.UNHANDLED, "the server failed to find a seat"));
            }
        });
        return done;
    }

    @Override
    public SeatInput connect(Claim claim, SeatLink link) {
        return Connecting.connect(host.rooms(), claim, link);
    }

    @Override
    public List<RoomInfo> list() {
        return host.rooms().all().stream().map(ActiveRoom::info).toList();
    }

    @Override
    public String processId() {
        return host.processId();
    }

    @Override
    public CompletionStage<Void> drain(int closeCode, Duration within) {
        draining = true;
        host.directory().announce(node());
        return Shutdown.of(host.rooms().all(), closeCode, within);
    }

    @Override
    public boolean draining() {
        return draining;
    }

    private static @Nullable String environment(BundleContext context, String key) {
        String property = context.getProperty(key);
        return property == null ? System.getenv(key) : property;
    }

    private NodeInfo node() {
        List<ActiveRoom> rooms = host.rooms().all();
        int clients =
                rooms.stream().mapToInt(room -> room.seatTable().connected()).sum();
        return new NodeInfo(host.processId(), host.directory().address(), rooms.size(), clients, draining);
    }
}
