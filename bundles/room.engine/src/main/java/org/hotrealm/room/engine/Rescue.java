package org.hotrealm.room.engine;

import java.util.List;
import org.hotrealm.room.api.Pin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a room go on that hangs in a system, without that system, or in its type, with another version of it. A thread cannot be
 * taken away in Java; so the room is: it is put into a parcel as it is and made again of that, on another thread. Whatever the
 * old thread still does, it does to what nobody looks at any more.
 */
final class Rescue {

    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

    private final RoomTable rooms;
    private final Behaviours behaviours;
    private final PinBoard pins;

    Rescue(RoomTable rooms, Behaviours behaviours, PinBoard pins) {
        this.rooms = rooms;
        this.behaviours = behaviours;
        this.pins = pins;
    }

    /** Takes a room from the thread that does not come to the end of a hook of it. On a thread that may wait. */
    void of(ActiveRoom room, Thread stuck) {
        Hooks hooks = room.hooks();
        String system = hooks.running().culprit();
        boolean type = system.equals("room." + room.type());
        Pin pin = room.pins().get(system);
        @Nullable Binding instead = pin == null ? null : behaviours.instead(pin).orElse(null);
        if (hooks.running().text().isEmpty() || pin == null || (type && instead == null)) {
            return;
        }
        List<String> obstacles = obstacles(room);
        if (!obstacles.isEmpty()) {
            LOG.error("Room '{}' cannot go on without {}: {}", room.id(), pin, String.join("; ", obstacles));
            return;
        }
        long then = hooks.running().custody().now();
        if (room.stats().stuckIn().isEmpty()
                || !hooks.running().culprit().equals(system)
                || !hooks.running().custody().take(then, stuck)) {
            // It has come to its end after all.
            return;
        }
        room.loop().seize();
        // Ends what waits for something; what merely reckons on is not to be ended.
        stuck.interrupt();
        goOn(room, pin, instead, !type);
        pins.hung(pin);
    }

    private static List<String> obstacles(ActiveRoom room) {
        try {
            return room.standstill().obstacles();
        } catch (RuntimeException | Error e) {
            return List.of("it cannot be put into a parcel (" + e + ")");
        }
    }

    private void goOn(ActiveRoom room, Pin pin, @Nullable Binding instead, boolean trusted) {
        long failures = room.stats().failed();
        room.bindings().bind(pin.system(), instead);
        room.bindings().shun(pin);
        try {
            rooms.dormitory()
                    .loners()
                    .renew(room, trusted)
                    .thenAccept(thaw -> LOG.error(
                            "Room '{}' ({}) goes on at tick {} {} {}, on another thread: it did not come to its end ({} failures"
                                    + " so far). Its old thread is left to itself. Swap in another version (realm:swap FILE)",
                            room.id(),
                            room.type(),
                            thaw.tick(),
                            instead == null ? "without" : "with %s instead of".formatted(instead.pin()),
                            pin,
                            failures))
                    .exceptionally(failure -> lost(room, failure));
        } catch (RuntimeException | Error e) {
            lost(room, e);
        }
    }

    private @Nullable Void lost(ActiveRoom room, Throwable failure) {
        LOG.error("Room '{}' ({}) could not be made again and is given up", room.id(), room.type(), failure);
        room.host().ended(room);
        rooms.dormitory().loners().forsake(room.id());
        return null;
    }
}
