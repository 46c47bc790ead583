package org.hotrealm.ops.upgrade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.hotrealm.ops.api.SwapRecord.RoomChange;
import org.hotrealm.room.api.Parking;
import org.hotrealm.room.api.Pin;
import org.hotrealm.room.api.Pins;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** What a swap asks of the rooms. */
final class RoomChanges {

    private static final long LOOK_EVERY_MILLIS = 5;
    /** Whoever runs the rooms sees a service as it comes; counted, as a busy machine gives everybody fewer turns. */
    private static final int LOOKS = 200;

    private final Supplier<@Nullable Pins> pins;
    private final Supplier<@Nullable Rooms> rooms;
    private final Duration patience;
    private final List<RoomChange> changes = new ArrayList<>();
    private final Map<String, RoomInfo> before = new HashMap<>();
    private final List<Pin> defaultsBefore;

    /** Remembers what each room runs now. */
    RoomChanges(Supplier<@Nullable Pins> pins, Supplier<@Nullable Rooms> rooms, Duration patience) {
        this.pins = pins;
        this.rooms = rooms;
        this.patience = patience;
        list().forEach(room -> before.put(room.id(), room));
        Pins now = pins.get();
        defaultsBefore = now == null ? List.of() : now.defaults();
    }

    List<RoomInfo> list() {
        Rooms now = rooms.get();
        return now == null ? List.of() : now.list();
    }

    /** What concerns rooms needs somebody who runs them. */
    void require() throws Refusal {
        if (pins.get() == null || rooms.get() == null) {
            throw new Refusal("no room engine runs; see the log for why it did not start");
        }
    }

    /** The ids of all rooms. */
    List<String> ids() {
        return list().stream().map(RoomInfo::id).toList();
    }

    /** What share of new rooms gets a version. */
    void prefer(String bundle, String version, int percent) {
        Pins now = pins.get();
        if (now != null) {
            now.prefer(bundle, version, percent);
        }
    }

    /** The rooms that run anything of a bundle. */
    List<String> running(String bundle) {
        return list().stream()
                .filter(room ->
                        room.pins().stream().anyMatch(pin -> pin.bundle().equals(bundle)))
                .map(RoomInfo::id)
                .toList();
    }

    /** The rooms that changed over. */
    List<String> changedIds() {
        return changes.stream().map(RoomChange::room).distinct().toList();
    }

    /** A share of the rooms that run any of these systems: always the same ones, at least one. */
    List<String> canary(List<String> systems, int percent) {
        List<String> all = list().stream()
                .filter(room -> room.pins().stream().anyMatch(pin -> systems.contains(pin.system())))
                .map(RoomInfo::id)
                .sorted()
                .toList();
        return all.subList(0, Math.min(all.size(), Math.max(1, (all.size() * percent + 99) / 100)));
    }

    List<RoomChange> changes() {
        return List.copyOf(changes);
    }

    /** The systems that a version of a bundle provides now. */
    List<Pin> provided(String bundle, Version version) {
        Pins now = pins.get();
        return now == null
                ? List.of()
                : now.available().stream()
                        .filter(pin -> pin.bundle().equals(bundle))
                        .filter(pin -> Version.parseVersion(pin.version()).equals(version))
                        .toList();
    }

    /** Waits until a version provides these systems, or any where none is named. Its services are here already. */
    List<Pin> await(String bundle, Version version, List<String> systems) throws Refusal {
        for (int look = 0; ; look++) {
            List<Pin> seen = provided(bundle, version);
            List<String> names = seen.stream().map(Pin::system).toList();
            if (systems.isEmpty() ? !seen.isEmpty() : names.containsAll(systems)) {
                return seen;
            }
            if (look == LOOKS) {
                throw new Refusal(("%s %s started, but does not provide %s (it provides %s); are the services that its "
                                + "components refer to here?")
                        .formatted(bundle, version, systems.isEmpty() ? "any system" : systems, names));
            }
            Health.pause(LOOK_EVERY_MILLIS);
        }
    }

    /** Changes rooms over; all and future ones where none is named. */
    void rebind(Pin pin, List<String> ids) throws Refusal {
        for (Pins.Rebind done : wait(pin, ids)) {
            // A room that was a canary has changed over before.
            if (!done.from().equals(done.to())) {
                changes.add(new RoomChange(
                        done.room(), pin.system(), done.from(), done.to(), done.tick(), done.gapNanos()));
            }
        }
    }

    /** All rooms stood still for so long while their owner was replaced. */
    void froze(String bundle, String from, String to, long nanos) {
        list().forEach(room -> changes.add(new RoomChange(room.id(), bundle, from, to, room.tick() + 1, nanos)));
    }

    /** A room stood still and went on. */
    void went(Parking.Thaw thaw, String bundle, String from, String to) {
        changes.add(new RoomChange(thaw.room(), bundle, from, to, thaw.tick(), thaw.frozenNanos()));
    }

    private List<Pins.Rebind> wait(Pin pin, List<String> ids) throws Refusal {
        try {
            require();
            return Objects.requireNonNull(pins.get())
                    .rebind(pin, ids)
                    .toCompletableFuture()
                    .get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new Refusal("rooms did not change over to %s: %s".formatted(pin, e.getMessage()), e);
        } catch (TimeoutException e) {
            throw new Refusal(
                    "not every room reached a tick's edge within %d ms to change over to %s"
                            .formatted(patience.toMillis(), pin),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted, the server is stopping", e);
        }
    }

    /** How many rooms changed over, in words. */
    String counted() {
        long count = changes().stream().map(RoomChange::room).distinct().count();
        return count == 1 ? "1 room" : count + " rooms";
    }

    /** Checks that the rooms run what they should. */
    void verify(Pin pin, List<String> ids) throws Refusal {
        for (RoomInfo room : concerned(ids)) {
            boolean others =
                    room.pins().stream().anyMatch(its -> its.system().equals(pin.system()) && !its.equals(pin));
            if (others || room.missing().contains(pin.system())) {
                throw new Refusal("room %s does not run %s".formatted(room.id(), pin));
            }
        }
    }

    /** How often each room failed since it began. */
    Map<String, Long> failures() {
        Map<String, Long> failures = new HashMap<>();
        list().forEach(room -> failures.put(room.id(), room.failures()));
        return failures;
    }

    /** The last tick of each room. */
    Map<String, Long> ticks() {
        Map<String, Long> ticks = new HashMap<>();
        list().forEach(room -> ticks.put(room.id(), room.tick()));
        return ticks;
    }

    private List<RoomInfo> concerned(List<String> ids) {
        return list().stream()
                .filter(room -> ids.isEmpty() || ids.contains(room.id()))
                .toList();
    }

    /** Names rooms that do not exist here. */
    void checkKnown(List<String> ids) throws Refusal {
        List<String> unknown =
                ids.stream().filter(id -> !before.containsKey(id)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal("no such rooms on this node: %s".formatted(unknown));
        }
    }

    /** Gives every room the version of a system back that it ran at the beginning, as far as it can be had. */
    List<String> restore(String system) {
        List<String> trouble = new ArrayList<>();
        defaultsBefore.stream()
                .filter(pin -> pin.system().equals(system))
                .forEach(pin -> attempt(pin, List.of(), trouble));
        Map<Pin, List<String>> byPin = new HashMap<>();
        for (RoomInfo room : list()) {
            RoomInfo was = before.get(room.id());
            if (was != null) {
                was.pins().stream()
                        .filter(pin ->
                                pin.system().equals(system) && !room.pins().contains(pin))
                        .forEach(pin -> byPin.computeIfAbsent(pin, key -> new ArrayList<>())
                                .add(room.id()));
            }
        }
        byPin.forEach((pin, ids) -> attempt(pin, ids, trouble));
        return trouble;
    }

    /** Giving all rooms a version back ends what was decided of a canary that is held since an earlier swap: it is told again. */
    void shareAgain(String bundle, InForce inForce) {
        inForce.entries().stream()
                .filter(entry -> entry.name().equals(bundle))
                .forEach(entry -> prefer(bundle, entry.version(), entry.share()));
    }

    private void attempt(Pin pin, List<String> ids, List<String> trouble) {
        try {
            wait(pin, ids);
        } catch (Refusal e) {
            trouble.add(String.valueOf(e.getMessage()));
        }
    }
}
