package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.NodeInfo;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.JoinRequest;
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

    private final Behaviours behaviours = new Behaviours();
    private final String processId;
    private final Host host;
    private final RoomTable rooms;
    private final Directory directory;
    private final Matchmaker matchmaker;
    private final EngineMeters meters;
    private final PinBoard pins;
    private final List<ServiceRegistration<?>> registrations;
    private volatile boolean draining;

    /** Starts the engine's threads. */
    @Activate
    public RoomEngine(BundleContext context, EngineConfig config) {
        Settings settings = Settings.from(config, key -> environment(context, key));
        host = new Host(settings, behaviours);
        processId = host.ids().id();
        directory = new Directory(processId, settings.address());
        rooms = new RoomTable(host, directory, processId, settings.mostRooms());
        matchmaker = new Matchmaker(rooms);
        meters = new EngineMeters(rooms, host.slow());
        pins = new PinBoard(behaviours, rooms, meters, settings.rebindDeadlineMillis());
        host.serve(rooms, directory, meters);
        registrations = List.of(
                context.registerService(Pins.class, pins, null),
                context.registerService(io.micrometer.core.instrument.binder.MeterBinder.class, meters, null));
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
        host.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCluster(Cluster cluster) {
        directory.join(cluster, node(), new RemoteCalls(rooms, matchmaker)::serve);
        rooms.all().forEach(directory::put);
    }

    void unbindCluster(Cluster cluster) {
        directory.leave(cluster);
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindBehaviour(Behaviour behaviour, ServiceReference<Behaviour> reference) {
        var bundle = reference.getBundle();
        Pin pin = new Pin(behaviour.system(), bundle.getVersion().toString(), bundle.getSymbolicName());
        LOG.info("System {} is here, from {}", pin, pin.bundle());
        pins.appeared(new Binding(pin, behaviour));
    }

    void unbindBehaviour(Behaviour behaviour) {
        pins.goes(behaviour);
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
                done.complete(matchmaker.reserve(request));
                meters.joined(true);
            } catch (RefusedException e) {
                meters.joined(false);
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
    public SeatInput connect(String roomId, String sessionId, @Nullable String token, SeatLink link) {
        ActiveRoom room = rooms.byId(roomId);
        if (room == null) {
            link.refused(RefusedException.EXPIRED, "seat reservation expired.");
            return NoSeat.INSTANCE;
        }
        SeatGate gate = new SeatGate(room, link);
        room.loop().post(() -> room.seatTable().connect(gate, sessionId, token, link));
        return gate;
    }

    @Override
    public List<RoomInfo> list() {
        return rooms.all().stream().map(ActiveRoom::info).toList();
    }

    @Override
    public String processId() {
        return processId;
    }

    @Override
    public CompletionStage<Void> drain(int closeCode, Duration within) {
        draining = true;
        directory.announce(node());
        CompletableFuture<?>[] ends = rooms.all().stream()
                .map(room -> {
                    room.lock(true);
                    return rooms.onRoom(room, () -> {
                        room.end(closeCode, "the server is shutting down");
                        return room.id();
                    });
                })
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(ends).orTimeout(within.toMillis(), TimeUnit.MILLISECONDS);
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
        int clients = rooms.all().stream()
                .mapToInt(room -> room.seatTable().connected())
                .sum();
        return new NodeInfo(processId, directory.address(), rooms.all().size(), clients, draining);
    }
}
