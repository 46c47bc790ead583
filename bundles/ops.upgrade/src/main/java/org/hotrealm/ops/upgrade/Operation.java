package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Figure;
import org.hotrealm.ops.api.SwapRecord.Plan;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.osgi.framework.Bundle;

/**
 * One swap, from the jars to the record. What fails before anything is kept leaves nothing behind: each part is undone, in
 * the opposite order. Used once, by one thread.
 */
final class Operation {

    /** Watched for so long after the rest has followed the canary. */
    private static final Duration AFTERWARDS = Duration.ofMillis(500);

    private final Tools tools;
    private final SwapRequest request;
    private final Asker asker;
    private final long id;
    private final Steps steps;
    private final RoomChanges rooms;
    private final Soak soak;
    private final Planning planning;
    private final Retirement retirement;
    private final long startedAt = System.currentTimeMillis();
    private final List<Part> applied = new ArrayList<>();
    private List<Part> parts = List.of();
    private List<InForce.Entry> wanted = List.of();
    private Plan plan = Plan.NONE;

    Operation(Tools tools, SwapRequest request, Asker asker, long id) {
        this.tools = tools;
        this.request = request;
        this.asker = asker;
        this.id = id;
        steps = new Steps(this::begins, asker::tell, tools.pause());
        rooms = new RoomChanges(tools.pins(), tools.rooms(), tools.settings().stepWithin());
        soak = new Soak(rooms, tools, steps);
        planning = new Planning(tools, request, rooms, steps);
        retirement = new Retirement(tools.container(), tools.settings(), steps);
    }

    /** Does it. Never throws. Gives nothing where a successor goes on with it. */
    Optional<SwapRecord> run() {
        SwapRecord record = guarded();
        if (record.verdict() == Verdict.DONE && parts.stream().anyMatch(Part::self)) {
            if (!tools.successor().hand(record)) {
                return Optional.of(stayed(record));
            }
            asker.answer(record);
            return Optional.empty();
        }
        return Optional.of(record);
    }

    /** Two of this bundle run; the old one goes on with what it was handed. */
    private static SwapRecord stayed(SwapRecord record) {
        return record.ending(
                Verdict.DIRTY, record.reason() + "; it did not take over what is left to do: restart the server");
    }

    private void begins(String step) {
        SwapRecord soFar = record(Verdict.ROLLED_BACK, "under way");
        tools.underway().begins(new Underway.State(step, soFar, wanted));
        asker.begins(soFar, step);
    }

    private SwapRecord guarded() {
        try {
            return swap();
        } catch (Unfit e) {
            plan = new Plan(List.of(), List.of(), e.missing(), List.of());
            return failed(String.valueOf(e.getMessage()));
        } catch (Refusal e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            return failed("the operation itself failed: " + e);
        }
    }

    private SwapRecord failed(String reason) {
        boolean touched = !applied.isEmpty();
        String trouble = undo();
        return record(touched ? Verdict.ROLLED_BACK : Verdict.REFUSED, reason + trouble);
    }

    private SwapRecord swap() throws Refusal {
        tools.container().clear();
        parts = steps.ask("check", planning::parts);
        boolean beside = request.hold() || !request.rooms().isEmpty();
        wanted = Depot.entries(parts, beside, request.canary());
        steps.run("install", () -> planning.install(parts));
        plan = planning.restarts(parts);
        planning.classify(parts);
        plan = steps.ask("resolve", () -> planning.resolve(parts));
        if (request.dryRun()) {
            String fits = planning.sentence(parts);
            return record(Verdict.DRY_RUN, fits + undo());
        }
        measure(request.soak());
        for (Part part : inOrder()) {
            applied.add(part);
            part.strategy().apply();
        }
        watch(request.soak());
        if (beside) {
            steps.run("keep", this::keep);
            return record(Verdict.PARTIAL, partial());
        }
        if (request.canary() > 0) {
            for (Part part : applied) {
                part.strategy().widen();
            }
            watch(request.soak().compareTo(AFTERWARDS) < 0 ? request.soak() : AFTERWARDS);
        }
        steps.run("keep", this::keep);
        return retire();
    }

    /** From here on there is no way back, and no need: what is new runs. */
    private SwapRecord retire() {
        List<SwapRecord.Part> told = parts.stream().map(Part::told).toList();
        String summary = planning.summary(parts);
        List<Bundle> olds = new ArrayList<>();
        parts.forEach(part -> olds.addAll(part.olds()));
        boolean any = !olds.isEmpty();
        String versions = parts.size() > 1
                ? "what was there before"
                : olds.stream().map(old -> old.getVersion().toString()).collect(Collectors.joining(", "));
        if (parts.stream().anyMatch(Part::self)) {
            return record(Verdict.DONE, summary + "; it takes the old version out, and its record tells of that", told);
        }
        applied.clear();
        parts.forEach(Part::forget);
        if (asker.isOf(olds)) {
            asker.answer(record(
                    Verdict.DONE,
                    summary + "; whether %s is collected tells realm:swaps %d".formatted(versions, id),
                    told));
            retirement.quiet(olds);
        }
        String dirt = retirement.retire(olds);
        told.forEach(part -> tools.prune(part.bundle()));
        boolean dirty = !dirt.isEmpty();
        String old = dirty ? "; " + dirt : !any ? "" : "; %s is collected".formatted(versions);
        return record(dirty ? Verdict.DIRTY : Verdict.DONE, summary + old, told);
    }

    /** What is added or replaced by rising start level, then what goes. */
    private List<Part> inOrder() {
        return parts.stream()
                .sorted(Comparator.comparing((Part part) -> part.jar() == null).thenComparingInt(Part::startLevel))
                .toList();
    }

    private void measure(Duration time) throws Refusal {
        if (!time.isZero() && !rooms.list().isEmpty()) {
            steps.run("measure", () -> soak.before(time));
        }
    }

    private void watch(Duration time) throws Refusal {
        List<SwapRecord.Part> told = parts.stream().map(Part::told).toList();
        if (!time.isZero()) {
            steps.run("soak", () -> soak.run(time, told));
        }
    }

    private void keep() throws Refusal {
        try {
            tools.depot().inForce().put(wanted);
        } catch (IOException e) {
            throw new Refusal(
                    "what is active cannot be written down, a restart would undo the swap: " + e.getMessage(), e);
        }
    }

    private String partial() {
        return "%s runs in %s, %s in the others; swap again to end that, to either version"
                .formatted(
                        parts.getFirst().to(), rooms.counted(), parts.getFirst().from());
    }

    /** Puts everything back; gives what is to be said about it, to be added to the reason. */
    private String undo() {
        List<String> trouble = new ArrayList<>();
        for (Part part : applied.reversed()) {
            trouble.addAll(part.strategy().undo());
            rooms.shareAgain(part.name(), tools.depot().inForce());
        }
        for (Part part : parts.reversed()) {
            Bundle bundle = part.toUninstall();
            if (bundle != null) {
                Beside.attempt(() -> tools.container().remove(bundle), trouble);
            }
        }
        planning.discard(parts);
        return trouble.isEmpty() ? "" : "; putting everything back met trouble: " + String.join("; ", trouble);
    }

    private SwapRecord record(Verdict verdict, String reason) {
        return record(verdict, reason, parts.stream().map(Part::told).toList());
    }

    private SwapRecord record(Verdict verdict, String reason, List<SwapRecord.Part> told) {
        boolean one = told.size() == 1 && request.name().isEmpty();
        List<Figure> figures = soak.figures();
        return new SwapRecord(
                id,
                startedAt,
                request.who(),
                request.changes().stream().map(Object::toString).collect(Collectors.joining(" ")),
                one ? told.getFirst().bundle() : request.name(),
                one ? told.getFirst().from() : "",
                one ? told.getFirst().to() : "",
                verdict,
                reason,
                told,
                rooms.changes(),
                steps.done(),
                figures,
                plan);
    }

    /** Whether it concerns a bundle that lives on what rooms are made of. */
    static boolean ofRooms(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.kind() == SwapKind.BEHAVIOUR || part.kind() == SwapKind.STATE);
    }
}
