package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Step;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.room.api.Pin;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * One swap, from the jar to the record. What fails before rooms change over leaves nothing behind; what fails after gives
 * the rooms their version back. Used once, by one thread.
 */
final class Operation {

    private static final int START_LEVEL = 20;

    private final Container container;
    private final Depot depot;
    private final RoomChanges rooms;
    private final SwapRequest request;
    private final Settings settings;
    private final Consumer<String> progress;
    private final List<Step> steps = new ArrayList<>();
    private final long startedAt;
    private @Nullable Jar jar;
    private @Nullable Bundle fresh;
    private boolean installedHere;
    private String from = "";
    private List<Pin> bound = List.of();
    private @Nullable String dirt;

    Operation(
            Container container,
            Depot depot,
            RoomChanges rooms,
            SwapRequest request,
            Settings settings,
            Consumer<String> progress,
            long startedAt) {
        this.container = container;
        this.depot = depot;
        this.rooms = rooms;
        this.request = request;
        this.settings = settings;
        this.progress = progress;
        this.startedAt = startedAt;
    }

    /** Does it. Never throws. */
    SwapRecord run(long id) {
        try {
            String done = swap();
            return record(id, verdict(), done);
        } catch (Refusal e) {
            return failed(id, String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            return failed(id, "the operation itself failed: " + e);
        }
    }

    private SwapRecord failed(long id, String reason) {
        boolean started = steps.stream().anyMatch(step -> step.name().equals("start"));
        return record(id, started ? Verdict.ROLLED_BACK : Verdict.REFUSED, reason + undo());
    }

    private Verdict verdict() {
        if (request.dryRun()) {
            return Verdict.DRY_RUN;
        }
        if (!request.rooms().isEmpty()) {
            return Verdict.PARTIAL;
        }
        return dirt == null ? Verdict.DONE : Verdict.DIRTY;
    }

    private String swap() throws Refusal {
        Jar checked = step("check", () -> depot.take(request.source()));
        jar = checked;
        List<Bundle> others = others(checked);
        from = others.isEmpty() ? "" : others.getFirst().getVersion().toString();
        check(checked, others);
        Bundle bundle = step("install", () -> installOrReuse(checked, others));
        fresh = bundle;
        step("resolve", () -> container.resolve(bundle));
        if (request.dryRun()) {
            return dryRun(checked);
        }
        step("start", () -> container.start(bundle));
        if (checked.behaviour()) {
            changeOver(checked, others);
        }
        if (!request.rooms().isEmpty()) {
            return "%d rooms run %s, the others %s".formatted(rooms.changes().size(), checked.version(), from);
        }
        step("keep", () -> keep(checked));
        List<LeftBehind> traces = new ArrayList<>();
        while (!others.isEmpty()) {
            traces.add(retire(others.removeLast()));
        }
        step("collect", () -> prove(traces));
        return summary(checked);
    }

    private List<Bundle> others(Jar checked) {
        List<Bundle> others = new ArrayList<>(container.named(checked.name()));
        others.removeIf(bundle -> bundle.getVersion().equals(checked.version()));
        return others;
    }

    private void check(Jar checked, List<Bundle> others) throws Refusal {
        if (container.installed(checked).isPresent() && others.isEmpty()) {
            throw new Refusal("%s %s is what runs already; give the new build a higher version"
                    .formatted(checked.name(), checked.version()));
        }
        rooms.checkKnown(request.rooms());
        for (Bundle other : others) {
            Collection<String> wired = container.wiredTo(other);
            if (!wired.isEmpty()) {
                throw new Refusal(
                        ("%s is a contract that others are wired to; replacing it live would restart %s. Put the "
                                        + "new version into bundles/ and features/, drain this node and restart it")
                                .formatted(checked.name(), wired));
            }
        }
        if (!others.isEmpty() && !checked.behaviour()) {
            throw new Refusal(
                    ("%s provides no behaviour that rooms pin; only behaviours are swapped while people play. Put "
                                    + "the new version into bundles/ and features/, drain this node and restart it")
                            .formatted(checked.name()));
        }
        if (!checked.exports().isEmpty()) {
            throw new Refusal(
                    "%s exports packages (%s); others would be wired to it and hold its classes. Move them to a "
                                    .formatted(checked.name(), checked.exports())
                            + "contract bundle of its own");
        }
    }

    private Bundle installOrReuse(Jar checked, List<Bundle> others) throws Refusal {
        Bundle beside = container.installed(checked).orElse(null);
        if (beside != null) {
            return beside;
        }
        int level = others.isEmpty()
                ? START_LEVEL
                : others.getFirst().adapt(BundleStartLevel.class).getStartLevel();
        Bundle installed = container.install(checked, level);
        installedHere = true;
        return installed;
    }

    private String dryRun(Jar checked) {
        undo();
        return "%s %s fits; it would take over from %s in all rooms"
                .formatted(checked.name(), checked.version(), from.isEmpty() ? "nobody" : from);
    }

    private void changeOver(Jar checked, List<Bundle> others) throws Refusal {
        List<String> expected = others.stream()
                .flatMap(other -> rooms.provided(checked.name(), other.getVersion()).stream())
                .map(Pin::system)
                .distinct()
                .toList();
        List<Pin> provided = step("appear", () -> rooms.await(checked.name(), checked.version(), expected));
        bound = provided;
        step("rebind", () -> {
            for (Pin pin : provided) {
                rooms.rebind(pin, request.rooms());
                rooms.verify(pin, request.rooms());
            }
        });
        if (!request.soak().isZero()) {
            step("soak", () -> rooms.soak(request.soak(), request.rooms()));
        }
    }

    private void keep(Jar checked) throws Refusal {
        try {
            depot.activate(checked.name(), checked.version().toString());
        } catch (IOException e) {
            throw new Refusal(
                    "what is active cannot be written down, a restart would undo the swap: " + e.getMessage(), e);
        }
    }

    /** From here on there is no way back, and no need: the rooms run the new version. */
    private LeftBehind retire(Bundle old) {
        LeftBehind trace = new LeftBehind(old);
        try {
            step("stop", () -> container.stop(old));
            step("uninstall", () -> container.uninstall(old));
            step("refresh", () -> container.refresh(old));
        } catch (Refusal e) {
            dirt = "the old version is not gone: " + e.getMessage();
        }
        return trace;
    }

    private void prove(List<LeftBehind> traces) {
        Duration each = settings.collectWithin();
        for (LeftBehind trace : traces) {
            if (!trace.collected(each)) {
                dirt = trace.holders();
            }
        }
    }

    private String summary(Jar checked) {
        String rooms = this.rooms.changes().isEmpty()
                ? "no room ran it"
                : this.rooms.changes().size() + " rooms changed over";
        String old = from.isEmpty() ? "" : dirt == null ? "; %s is collected".formatted(from) : "; " + dirt;
        return "%s runs %s, %s%s".formatted(checked.name(), checked.version(), rooms, old);
    }

    /** Puts everything back; gives what is to be said about it, to be added to the reason. */
    private String undo() {
        List<String> trouble = new ArrayList<>();
        for (Pin pin : bound) {
            trouble.addAll(rooms.restore(pin.system()));
        }
        Bundle bundle = fresh;
        if (bundle != null && installedHere) {
            try {
                container.stop(bundle);
                container.uninstall(bundle);
                container.refresh(bundle);
            } catch (Refusal e) {
                trouble.add(String.valueOf(e.getMessage()));
            }
        }
        return trouble.isEmpty() ? "" : "; putting everything back met trouble: " + String.join("; ", trouble);
    }

    private interface Work<T> {
        T run() throws Refusal;
    }

    private interface Action {
        void run() throws Refusal;
    }

    private <T> T step(String name, Work<T> work) throws Refusal {
        progress.accept(name);
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            steps.add(new Step(name, (System.nanoTime() - start) / 1000));
        }
    }

    private void step(String name, Action action) throws Refusal {
        step(name, () -> {
            action.run();
            return name;
        });
    }

    private SwapRecord record(long id, Verdict verdict, String reason) {
        Jar known = jar;
        return new SwapRecord(
                id,
                startedAt,
                request.who(),
                request.source(),
                known == null ? "" : known.name(),
                from,
                known == null ? "" : known.version().toString(),
                verdict,
                reason,
                rooms.changes(),
                steps);
    }
}
