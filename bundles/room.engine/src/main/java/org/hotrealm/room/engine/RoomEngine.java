package org.hotrealm.room.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Handover;
import org.hotrealm.room.api.Parcel;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.StateOwner;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The room engine as a component: wires cluster and behaviours, which come and go, to rooms, which stay. While another
 * version of it runs and is about to hand over, it stands by: there is no {@link Live} engine then, and no service of one.
 */
@Component(
        service = {},
        immediate = true)
@Designate(ocd = EngineConfig.class)
@Capability(
        namespace = StateOwner.NAMESPACE,
        attribute = {"kind=room", "schema:Long=" + Snapshot.SCHEMA, "from:Long=1", "in=bundle"})
public final class RoomEngine implements StateOwner {

    private static final Logger LOG = LoggerFactory.getLogger(RoomEngine.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BundleContext context;
    private final Behaviours behaviours = new Behaviours();
    private final ServiceRegistration<StateOwner> owner;
    private volatile Settings settings;
    private volatile Machine machine;
    private volatile @Nullable Cluster cluster;
    private volatile @Nullable Live live;

    /** Starts the engine's threads. */
    @Activate
    public RoomEngine(BundleContext context, EngineConfig config) {
        this.context = context;
        settings = Settings.from(config, context);
        machine = new Machine(settings.workers(), settings.hookLimitMillis());
        owner = context.registerService(StateOwner.class, this, null);
    }

    /** Begins to run rooms: none at first, or those of the version before, where it is not here any more. */
    @Activate
    void start() {
        Handover handover = Live.handover(context);
        if (handover == null || handover.stage() == Handover.Stage.TAKEN) {
            Ids ids = new Ids();
            run(new Host(settings, machine.threads(), behaviours, ids));
        } else if (handover.stage() == Handover.Stage.PARKED) {
            take(handover.parcels()).toCompletableFuture().join();
            handover.taken();
        } else {
            LOG.info("Another room engine hands over; this one stands by");
        }
    }

    /** Other settings: the rooms stand still for a moment and go on under them; where they cannot, the old ones stay. */
    @Modified
    void modified(EngineConfig config) {
        Settings next = Settings.from(config, context);
        Settings before = settings;
        if (next.equals(before) || live == null) {
            settings = next;
            return;
        }
        Map<String, Parcel> rooms = park(PATIENCE).toCompletableFuture().join();
        Machine old = machine;
        try {
            goOn(rooms, next, new Machine(next.workers(), next.hookLimitMillis()));
            old.close();
        } catch (CompletionException e) {
            machine.close();
            goOn(rooms, before, old);
            throw e;
        }
    }

    private void goOn(Map<String, Parcel> rooms, Settings under, Machine by) {
        settings = under;
        machine = by;
        take(rooms).toCompletableFuture().join();
    }

    private void run(Host host) {
        Live begun = new Live(host);
        live = begun;
        begun.join(cluster);
        begun.offer(context);
    }

    /** Ends every room and the threads; where a successor is expected, the rooms are parked for it. */
    @Deactivate
    public void deactivate() {
        try {
            owner.unregister();
        } catch (IllegalStateException alreadyGone) {
            LOG.debug("the framework was faster", alreadyGone);
        }
        Live running = live;
        if (running != null) {
            end(running, Live.handover(context));
        }
        machine.close();
    }

    private void end(Live running, @Nullable Handover handover) {
        try {
            if (handover != null) {
                handover.park(park(PATIENCE).toCompletableFuture().join());
                return;
            }
        } catch (CompletionException e) {
            LOG.error("The rooms could not be parked for the next engine; they end", e.getCause());
        }
        running.withdraw();
        running.rooms()
                .drain(4001, Duration.ofSeconds(2))
                .toCompletableFuture()
                .orTimeout(3, TimeUnit.SECONDS)
                .exceptionally(e -> null)
                .join();
    }

    // --- handing over

    @Override
    public boolean running() {
        return live != null;
    }

    @Override
    public CompletionStage<List<String>> obstacles() {
        Live running = live;
        return running == null
                ? CompletableFuture.completedFuture(List.of())
                : running.host().rooms().dormitory().obstacles(room -> true);
    }

    @Override
    public CompletionStage<Map<String, Parcel>> park(Duration within) {
        Live running = live;
        if (running == null) {
            return CompletableFuture.failedFuture(new IllegalStateException("this room engine runs no rooms"));
        }
        Dormitory dormitory = running.host().rooms().dormitory();
        return dormitory.park(room -> true, within).thenApply(sleepers -> {
            live = null;
            running.withdraw();
            running.host().directory().leave();
            dormitory.leave();
            LOG.info("{} rooms are parked", sleepers.size());
            return new EngineParcels(running.host().processId(), behaviours.chosen(), sleepers).write();
        });
    }

    @Override
    public CompletionStage<Void> take(Map<String, Parcel> parcels) {
        EngineParcels from;
        try {
            from = EngineParcels.read(parcels);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(e);
        }
        Host host = new Host(settings, machine.threads(), behaviours, new Ids(), from.processId());
        from.chosen().forEach(behaviours::choose);
        Dormitory dormitory = host.rooms().dormitory();
        dormitory.takeIn(from.rooms());
        return dormitory
                .restore(PATIENCE)
                .thenCompose(rooms -> {
                    // The connections come and ask for their seats while they are offered; the rooms tick after that.
                    run(host);
                    return dormitory.goOn(rooms);
                })
                .thenAccept(thaws -> LOG.info("{} rooms go on", thaws.size()));
    }

    // --- what comes and goes

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindCluster(Cluster joined) {
        cluster = joined;
        Live running = live;
        if (running != null) {
            running.join(joined);
        }
    }

    void unbindCluster(Cluster left) {
        if (cluster == left) {
            cluster = null;
        }
        Live running = live;
        if (running != null) {
            running.host().directory().leave(left);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void bindBehaviour(Behaviour behaviour, ServiceReference<Behaviour> reference) {
        var bundle = reference.getBundle();
        Pin pin = new Pin(behaviour.system(), bundle.getVersion().toString(), bundle.getSymbolicName());
        LOG.info("System {} is here, from {}", pin, pin.bundle());
        Binding binding = new Binding(pin, behaviour);
        behaviours.add(binding);
        Live running = live;
        if (running != null) {
            running.host().pins().appeared(binding);
        }
    }

    void unbindBehaviour(Behaviour behaviour) {
        Binding gone = behaviours.remove(behaviour).orElse(null);
        Live running = live;
        if (running != null && gone != null) {
            running.host().pins().goes(gone);
        }
    }
}
