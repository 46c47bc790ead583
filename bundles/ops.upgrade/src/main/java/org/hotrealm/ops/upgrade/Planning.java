package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotrealm.ops.api.SwapKind;
import org.hotrealm.ops.api.SwapRecord.Plan;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.SwapRequest.Change;
import org.osgi.framework.Bundle;
import org.osgi.framework.startlevel.BundleStartLevel;

/** What a swap looks at before it starts anything. One thread. */
final class Planning {

    /** How a contract is replaced. */
    private static final String WAY =
            "Move this node's rooms to other nodes (realm:move all) or, where it is alone, end them (realm:drain),"
                    + " put the new version into bundles/ and features/ and restart this node";

    private static final int START_LEVEL = 20;

    private final Tools tools;
    private final Container container;
    private final SwapRequest request;
    private final RoomChanges rooms;
    private final Steps steps;
    private final List<Jar> taken = new ArrayList<>();

    Planning(Tools tools, SwapRequest request, RoomChanges rooms, Steps steps) {
        this.tools = tools;
        container = tools.container();
        this.request = request;
        this.rooms = rooms;
        this.steps = steps;
    }

    /** Reads what was asked for and finds what is here of it. */
    List<Part> parts() throws Refusal {
        List<Part> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Change change : request.changes()) {
            Part part = switch (change) {
                case Change.Put put -> put(put);
                case Change.Remove remove -> removal(remove.bundle());
            };
            if (!names.add(part.name())) {
                throw new Refusal("%s is named twice; one swap changes it once".formatted(part.name()));
            }
            parts.add(part);
        }
        return List.copyOf(parts);
    }

    private Part put(Change.Put put) throws Refusal {
        Jar jar = tools.depot().take(put.source());
        taken.add(jar);
        List<Bundle> olds = new ArrayList<>(container.named(jar.name()));
        boolean there = olds.removeIf(bundle -> bundle.getVersion().equals(jar.version()));
        if (there && olds.isEmpty()) {
            throw new Refusal("%s %s is what runs already; give the new build a higher version"
                    .formatted(jar.name(), jar.version()));
        }
        int level = put.startLevel() > 0 ? put.startLevel() : olds.isEmpty() ? START_LEVEL : level(olds.getFirst());
        return new Part(jar.name(), jar, olds, level);
    }

    private static int level(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).getStartLevel();
    }

    private Part removal(String name) throws Refusal {
        List<Bundle> olds = container.named(name);
        if (olds.isEmpty()) {
            throw new Refusal("%s is not installed and cannot be taken out".formatted(name));
        }
        return new Part(name, null, olds, level(olds.getFirst()));
    }

    /** Installs the new versions beside the old ones; nothing starts. */
    void install(List<Part> parts) throws Refusal {
        for (Part part : parts) {
            Jar jar = part.jar();
            if (jar != null) {
                install(part, jar);
            }
        }
    }

    private void install(Part part, Jar jar) throws Refusal {
        Optional<Bundle> beside = container.installed(jar);
        if (beside.isPresent()) {
            tools.depot().same(jar);
            part.installed(beside.get(), false);
        } else {
            part.installed(container.install(tools.depot().keep(jar), part.startLevel()), true);
        }
    }

    /** Whom a change that cannot be made live would restart. */
    Plan restarts(List<Part> parts) {
        Collection<String> restarts = new TreeSet<>();
        for (Part part : parts) {
            restarts.addAll(wired(part, parts));
        }
        return new Plan(List.of(), List.of(), List.of(), List.copyOf(restarts));
    }

    /** Whom taking the old versions away would restart, besides those that go or are replaced in the same swap. */
    private Collection<String> wired(Part part, List<Part> parts) {
        Collection<String> wired = new TreeSet<>();
        part.olds().forEach(old -> wired.addAll(container.wiredTo(old)));
        parts.stream().filter(other -> other.jar() == null).map(Part::name).forEach(wired::remove);
        wired.remove(part.name());
        return wired;
    }

    /** Finds out what each bundle is and how it is replaced; what cannot be is refused. */
    void classify(List<Part> parts) throws Refusal {
        for (Part part : parts) {
            Collection<String> wired = wired(part, parts);
            if (part.jar() == null) {
                part.nature(Nature.of(part.olds().getFirst(), part.olds(), wired));
                refuseContract(part, wired);
                part.strategy(new Removal(part, container, steps));
                continue;
            }
            part.nature(Nature.of(part.fresh(), part.olds(), wired));
            if (!part.olds().isEmpty()) {
                refuseContract(part, wired);
            }
            part.strategy(strategy(part));
        }
        for (Part part : parts) {
            refuseRooms(part);
            part.strategy().check();
        }
    }

    private Strategy strategy(Part part) throws Refusal {
        if (container.isSelf(part.name()) && !part.olds().isEmpty()) {
            if (request.changes().size() > 1) {
                throw new Refusal(part.name() + " swaps the others and cannot be one of several; swap it alone");
            }
            return new Succession(part, container, tools.health(), steps);
        }
        if (part.kind() == SwapKind.BEHAVIOUR) {
            Rebind.Where where = new Rebind.Where(request.rooms(), request.canary());
            return new Rebind(part, container, tools.health(), rooms, steps, where);
        }
        if (part.kind() == SwapKind.STATE && !part.olds().isEmpty()) {
            Owners owners = new Owners(container, tools.settings().stepWithin());
            return Converters.inRooms(part.olds().getFirst())
                    ? new ParkRooms(part, owners, container, tools.health(), rooms, steps)
                    : new Park(part, owners, container, tools.health(), rooms, steps);
        }
        return new Beside(part, container, tools.health(), steps);
    }

    private static void refuseContract(Part part, Collection<String> wired) throws Refusal {
        if (!wired.isEmpty()) {
            throw new Refusal("%s is a contract that others are wired to; replacing it live would restart %s. %s"
                    .formatted(part.name(), wired, WAY));
        }
        if (part.kind() == SwapKind.CONTRACT && part.jar() != null) {
            throw new Refusal(("%s exports packages: whoever is wired to them holds its classes, so it is not replaced"
                            + " live. %s; a plugin moves what it exports to a contract bundle of its own")
                    .formatted(part.name(), WAY));
        }
    }

    private void refuseRooms(Part part) throws Refusal {
        if (part.kind() != SwapKind.BEHAVIOUR && (!request.rooms().isEmpty() || request.canary() > 0)) {
            throw new Refusal(
                    ("%s is %s, which all rooms share; only behaviours are swapped room by room. Leave out the "
                                    + "rooms and the canary")
                            .formatted(part.name(), article(part.kind())));
        }
    }

    static String article(SwapKind kind) {
        return switch (kind) {
            case BEHAVIOUR -> "a behaviour";
            case STATE -> "a state owner";
            case ADAPTER -> "an adapter";
            case RESOURCE -> "a resource";
            case CONTRACT -> "a contract";
        };
    }

    /** Lets the framework's resolver wire the new versions; nothing starts. */
    Plan resolve(List<Part> parts) throws Refusal {
        List<Bundle> fresh = parts.stream()
                .filter(part -> part.jar() != null)
                .map(Part::fresh)
                .toList();
        container.resolve(fresh);
        List<String> wires = new ArrayList<>();
        fresh.forEach(bundle -> wires.addAll(Wires.of(bundle)));
        return new Plan(wires, touched(parts), List.of(), List.of());
    }

    private List<String> touched(List<Part> parts) {
        if (!request.rooms().isEmpty()) {
            return request.rooms();
        }
        Set<String> touched = new TreeSet<>();
        for (Part part : parts) {
            switch (part.kind()) {
                case BEHAVIOUR -> touched.addAll(rooms.running(part.name()));
                case STATE -> touched.addAll(rooms.ids());
                default -> {}
            }
        }
        return List.copyOf(touched);
    }

    /** What would be done. */
    String sentence(List<Part> parts) {
        List<String> each = new ArrayList<>();
        for (Part part : parts) {
            each.add(
                    part.jar() == null
                            ? "%s %s would go".formatted(part.name(), part.from())
                            : part.olds().isEmpty()
                                    ? "%s %s fits; it would be added".formatted(part.name(), part.to())
                                    : "%s %s fits; as %s it would take over from %s %s"
                                            .formatted(
                                                    part.name(),
                                                    part.to(),
                                                    article(part.kind()),
                                                    part.from(),
                                                    how(part)));
        }
        return String.join("; ", each);
    }

    private String how(Part part) {
        return switch (part.kind()) {
            case BEHAVIOUR ->
                request.rooms().isEmpty() ? "in all rooms, each at a tick's edge" : "in " + request.rooms();
            case STATE -> "with all rooms parked meanwhile";
            case RESOURCE -> "at once; sockets close and clients come back by themselves";
            case ADAPTER, CONTRACT -> part.inPlace() ? "at once" : "beside it; rooms do not notice";
        };
    }

    /** What was done. */
    String summary(List<Part> parts) {
        List<String> each = new ArrayList<>();
        for (Part part : parts) {
            each.add(
                    part.jar() == null
                            ? "%s %s is out".formatted(part.name(), part.from())
                            : "%s runs %s".formatted(part.name(), part.to()));
        }
        if (Operation.ofRooms(parts)) {
            each.add(rooms.changes().isEmpty() ? "no room ran it" : rooms.counted() + " changed over");
        }
        return String.join(", ", each);
    }

    /** Copies that are not needed go. */
    void discard(List<Part> parts) {
        taken.forEach(tools.depot()::discard);
    }
}
