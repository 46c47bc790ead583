package org.hotrealm.ops.upgrade;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.hotrealm.ops.api.SwapCheck;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
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
    private final ExecutorService turn = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("swap").factory());

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
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
        this(context, Settings.from(config), Folders.of(context));
    }

    Upgrades(BundleContext context, Settings settings, Folders folders) {
        tools = new Tools(
                new Container(context, settings.stepWithin()),
                new Depot(folders.upgrades(), folders.delivered()),
                new Health(settings.stepWithin(), () -> components),
                settings,
                () -> pins,
                () -> rooms,
                () -> checks);
        journal = new Journal(folders.swaps().resolve("swaps.jsonl"));
        new Restore(context, tools.container(), tools.depot()).run();
    }

    /** For a test without components. */
    void use(Pins pins, Rooms rooms, SwapCheck... checks) {
        this.pins = pins;
        this.rooms = rooms;
        this.checks = List.of(checks);
    }

    @Override
    public CompletionStage<SwapRecord> swap(SwapRequest request, Consumer<String> progress) {
        try {
            return CompletableFuture.supplyAsync(() -> run(request, progress), turn);
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedStage(refused(request, "the server is stopping"));
        }
    }

    @Override
    public List<SwapRecord> records() {
        return journal.all();
    }

    private SwapRecord run(SwapRequest request, Consumer<String> progress) {
        Steps steps = new Steps(step -> {}, guarded(progress));
        SwapRecord record = new Operation(tools, request, steps).run(journal.nextId());
        if (record.verdict() != Verdict.DRY_RUN) {
            journal.add(record);
        }
        log(record);
        return record;
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
        String line = String.format(
                Locale.ROOT,
                "swap %d by %s: %s %s -> %s: %s: %s (longest gap %.1f ms)",
                record.id(),
                record.who(),
                record.bundle().isEmpty() ? record.source() : record.bundle(),
                record.from().isEmpty() ? "none" : record.from(),
                record.to().isEmpty() ? "none" : record.to(),
                record.verdict(),
                record.reason(),
                record.longestGapNanos() / 1e6);
        if (record.verdict() == Verdict.DONE || record.verdict() == Verdict.PARTIAL) {
            LOG.info("{}", line);
        } else {
            LOG.warn("{}", line);
        }
    }

    private static Consumer<String> guarded(Consumer<String> progress) {
        return step -> {
            try {
                progress.accept(step);
            } catch (RuntimeException e) {
                LOG.debug("nobody hears the progress any more", e);
            }
        };
    }

    @Deactivate
    void close() {
        turn.shutdownNow();
    }

    /**
     * Where things lie.
     *
     * @param upgrades jars swapped in and the list of those in force
     * @param swaps records
     * @param deploy jars dropped there are swapped in
     * @param delivered jars that the server came with
     */
    record Folders(Path upgrades, Path swaps, Path deploy, List<Path> delivered) {

        static Folders of(BundleContext context) {
            Path home = Path.of(property(context, "hotrealm.home", "."));
            Path data = Path.of(
                    property(context, "hotrealm.data", home.resolve("data").toString()));
            Path deploy = Path.of(
                    property(context, "hotrealm.deploy", home.resolve("deploy").toString()));
            return new Folders(
                    data.resolve("upgrades"),
                    data.resolve("swaps"),
                    deploy,
                    List.of(home.resolve("bundles"), home.resolve("upgrades")));
        }

        private static String property(BundleContext context, String name, String otherwise) {
            String value = context.getProperty(name);
            return value == null || value.isBlank() ? otherwise : value;
        }
    }
}
