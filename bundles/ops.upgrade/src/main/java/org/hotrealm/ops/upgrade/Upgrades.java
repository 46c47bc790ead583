package org.hotrealm.ops.upgrade;

import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs swaps one after the other, writes them down and remembers across restarts what is in force. */
@Component(service = Swaps.class, immediate = true)
@Designate(ocd = UpgradeConfig.class)
public final class Upgrades implements Swaps {

    private static final Logger LOG = LoggerFactory.getLogger(Upgrades.class);

    private final Tools tools;
    private final Journal journal;
    private final Set<Asker> waiting = ConcurrentHashMap.newKeySet();
    private final ExecutorService turn = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("swap").factory());
    private final @Nullable ServiceRegistration<?> successor;
    private final ServiceRegistration<?> meters;
    private volatile @Nullable Pins pins;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable Rooms rooms;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    private volatile @Nullable ServiceComponentRuntime components;

    @Reference(policy = ReferencePolicy.DYNAMIC)
    private volatile List<SwapCheck> checks = List.of();

    /**
     * Restores the versions that were in force, then takes requests. The folders are {@code upgrades} and {@code swaps}
     * of the framework property {@code hotrealm.data}.
     */
    @Activate
    public Upgrades(BundleContext context, UpgradeConfig config) {
        this(context, Settings.from(config), Folders.of(context), true);
    }

    Upgrades(BundleContext context, Settings settings, Folders folders) {
        this(context, settings, folders, false);
    }

    private Upgrades(BundleContext context, Settings settings, Folders folders, boolean bundle) {
        journal = new Journal(folders.swaps().resolve("swaps.jsonl"));
        tools = new Tools(
                new Container(context, settings.stepWithin()),
                new Depot(folders.upgrades(), folders.delivered()),
                new Health(settings.stepWithin(), new Components(() -> components)),
                settings,
                () -> pins,
                () -> rooms,
                () -> checks,
                new Underway(folders.swaps().resolve("underway.json")),
                new Successor(context),
                Pause.of(context));
        boolean succeeds = bundle && !tools.container().predecessors().isEmpty();
        if (succeeds) {
            // The one before still runs, and its swap is under way.
            Consumer<String> next = this::takeOver;
            successor = context.registerService(
                    Consumer.class, next, FrameworkUtil.asDictionary(Map.of(Successor.PROPERTY, "true")));
        } else {
            successor = null;
            tools.depot().sweep();
            new Restore(context, tools.container(), tools.depot()).run();
            tools.underway().left(tools.depot().inForce()).ifPresent(this::note);
            tools.underway().ended();
        }
        meters = context.registerService(MeterBinder.class, new SwapMeters(journal), null);
    }

    /** Rooms are made anew at a restart, and a new engine knows nothing of what was decided: it is told again. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void bindPins(Pins its) {
        tools.depot().inForce().entries().forEach(entry -> its.prefer(entry.name(), entry.version(), entry.share()));
        pins = its;
    }

    void unbindPins(Pins its) {
        if (its.equals(pins)) {
            pins = null;
        }
    }

    /** For a test without components. */
    void use(Pins pins, Rooms rooms, SwapCheck... checks) {
        bindPins(pins);
        this.rooms = rooms;
        this.checks = List.of(checks);
    }

    @Override
    public CompletionStage<SwapRecord> swap(SwapRequest request, Consumer<String> progress) {
        CompletableFuture<SwapRecord> answer = new CompletableFuture<>();
        Asker asker = new Asker(progress, answer);
        waiting.add(asker);
        try {
            turn.execute(() -> run(request, asker));
        } catch (RejectedExecutionException e) {
            waiting.remove(asker);
            asker.answer(refused(request, "the server is stopping, or this bundle is being replaced; ask again"));
        }
        return answer;
    }

    @Override
    public List<SwapRecord> records() {
        return journal.all();
    }

    @Override
    public Optional<SwapRecord> record(long id) {
        return journal.find(id);
    }

    @Override
    public Optional<SwapProgress> underWay() {
        List<Asker> all = List.copyOf(waiting);
        return all.stream()
                .flatMap(asker -> Optional.ofNullable(asker.now()).stream())
                .findFirst()
                .map(now -> now.before(all.size() - 1));
    }

    private void run(SwapRequest request, Asker asker) {
        SwapRecord record = null;
        try {
            Optional<SwapRecord> ended = new Operation(tools, request, asker, journal.nextId()).run();
            if (ended.isPresent()) {
                record = ended.get();
                note(record);
            }
            tools.underway().ended();
        } catch (RuntimeException | Error e) {
            LOG.error("a swap ended in an unforeseen way", e);
            record = refused(request, "the operation itself failed: " + e);
        } finally {
            waiting.remove(asker);
            asker.answer(
                    record == null ? refused(request, "handed over to the next version; realm:swaps tells") : record);
        }
    }

    private void note(SwapRecord record) {
        if (record.verdict() != Verdict.DRY_RUN) {
            journal.add(record);
        }
        log(record);
    }

    /** The version before has started this one, and hands it the end of that swap. */
    private void takeOver(String handed) {
        SwapRecord record = tools.successor().read(handed);
        turn.execute(() -> {
            note(record);
            Steps steps = new Steps(step -> {}, step -> {}, tools.pause());
            List<Bundle> olds = new ArrayList<>(tools.container().predecessors());
            Retirement retirement = new Retirement(tools.container(), tools.settings(), steps);
            retirement.quiet(olds);
            String versions = record.from();
            String dirt = retirement.retire(olds);
            olds.clear();
            note(record.ending(
                    dirt.isEmpty() ? Verdict.DONE : Verdict.DIRTY,
                    "%s runs %s; %s"
                            .formatted(
                                    record.bundle(), record.to(), dirt.isEmpty() ? versions + " is collected" : dirt)));
        });
    }

    private SwapRecord refused(SwapRequest request, String reason) {
        return new SwapRecord(
                journal.nextId(),
                System.currentTimeMillis(),
                request.who(),
                request.source(),
                "",
                "",
                "",
                Verdict.REFUSED,
                reason,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SwapRecord.Plan.NONE);
    }

    private static void log(SwapRecord record) {
        String line = RecordText.line(record);
        if (List.of(Verdict.DONE, Verdict.PARTIAL, Verdict.DRY_RUN).contains(record.verdict())) {
            LOG.info("{}", line);
        } else {
            LOG.warn("{}", line);
        }
    }

    @Deactivate
    void close() {
        if (successor != null) {
            successor.unregister();
        }
        meters.unregister();
        turn.shutdownNow();
        SwapRecord ended = refused(
                SwapRequest.of("?", "?"), "the server is stopping, or this bundle is being replaced; ask again");
        waiting.forEach(asker -> asker.answer(ended));
        waiting.clear();
    }
}
