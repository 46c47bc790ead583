package org.hotrealm.itests.arena;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.hotrealm.room.api.Behaviour;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.RoomSettings;
import org.hotrealm.room.api.RoomType;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Tick;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The room {@code arena}. Unlike a room that players play in it keeps its world and its numbering to itself: it is
 * measured, never replaced while somebody is in it.
 */
@Component(service = Behaviour.class)
public final class ArenaRoom implements RoomType {

    private static final int MOST_MESSAGES_WAITING = 16_384;

    private final AtomicInteger rooms = new AtomicInteger();
    private final Rules rules;
    private final Burden burden;

    /** Reads the rules from framework properties or, where those are missing, the environment. */
    @Activate
    public ArenaRoom(BundleContext context) {
        Function<String, @Nullable String> environment = key -> {
            String property = context.getProperty(key);
            return property == null ? System.getenv(key) : property;
        };
        rules = Rules.from(environment);
        burden = Burden.from(environment);
    }

    @Override
    public String name() {
        return "arena";
    }

    @Override
    public RoomSettings settings() {
        return new RoomSettings(
                1000 / rules.hz(), 1, rules.maxClients(), RoomSettings.Inbox.ON_TICK, true, MOST_MESSAGES_WAITING);
    }

    @Override
    public StateObject create(Room room, Payload options) {
        Arena arena = new Arena(rules, rooms.incrementAndGet());
        room.attach(Arena.class, arena);
        return arena.state;
    }

    @Override
    public Messages messages() {
        return Messages.of()
                .on("move", (room, seat, message) -> {
                    Payload to = message.payload();
                    room.attached(Arena.class).direct(seat.sessionId(), number(to, "x"), number(to, "y"));
                })
                .on("ping", (room, seat, message) -> seat.send("pong", message.payload()))
                .build();
    }

    @Override
    public void join(Room room, Seat seat, Payload options) {
        room.attached(Arena.class).join(seat.sessionId(), rules.views() ? seat.view() : null);
    }

    @Override
    public void leave(Room room, Seat seat, boolean consented) {
        room.attached(Arena.class).leave(seat.sessionId());
    }

    @Override
    public void tick(Room room, Tick tick) {
        Arena arena = room.attached(Arena.class);
        arena.tick();
        burden.carry(arena.visitors());
    }

    /** Not a number where it is none: the arena takes no notice of such a direction. */
    private static double number(Payload payload, String field) {
        return payload.field(field) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
