package org.hotrealm.room.engine;

import java.util.Queue;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Inputs;
import org.hotrealm.state.schema.InputReader;
import org.hotrealm.state.schema.MalformedInputException;
import org.hotrealm.state.schema.StateObject;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one seat, from what its connection queued to what the room takes. The slots are made once; beyond them the
 * oldest input is lost, and told to the client as taken. Room thread only.
 */
final class InputBuffer implements Inputs {

    private static final int LONGEST_REASON = 120;

    private final ActiveRoom room;
    private final RoomSeat seat;
    private final InputReader reader;
    private final Slot[] slots;
    private final StateObject idle;
    private final StateObject latest;
    private final StateObject taken;
    private int head;
    private int waiting;
    private long sequence;
    private boolean reliable;
    private long lastOfRing;
    private long renderMillis;
    private long reckonMillis;
    private @Nullable Queue<InputDelta> source;

    /** A place for one input. */
    private static final class Slot {
        final StateObject values;
        long sequence;
        long renderMillis;
        long reckonMillis;

        Slot(StateObject values) {
            this.values = values;
        }
    }

    InputBuffer(ActiveRoom room, RoomSeat seat, InputReader reader, InputSettings settings) {
        this.room = room;
        this.seat = seat;
        this.reader = reader;
        this.slots = new Slot[settings.waiting()];
        this.idle = reader.fresh();
        this.latest = reader.fresh();
        this.taken = reader.fresh();
    }

    /** A connection is there: its client starts from a fresh input. Numbers of the unreliable channel go on. */
    void listen(Queue<InputDelta> to) {
        source = to;
        head = 0;
        waiting = 0;
        sequence = reliable ? 0 : sequence;
        renderMillis = 0;
        reckonMillis = 0;
        reader.reset(latest);
    }

    /** Reads what the connection has queued. */
    void receive() {
        Queue<InputDelta> from = source;
        if (from == null) {
            return;
        }
        InputDelta delta;
        while ((delta = from.poll()) != null) {
            try {
                read(delta);
            } catch (MalformedInputException e) {
                source = null;
                close(String.valueOf(e.getMessage()));
                return;
            }
        }
    }

    private void read(InputDelta delta) throws MalformedInputException {
        if (!delta.reliable() && delta.sequence() <= lastOfRing) {
            return;
        }
        reader.read(delta.bytes(), delta.from(), delta.to(), latest);
        reliable = delta.reliable();
        lastOfRing = reliable ? lastOfRing : delta.sequence();
        if (waiting == slots.length) {
            drop();
        }
        Slot slot = slot(head + waiting);
        waiting++;
        reader.copy(latest, slot.values);
        slot.sequence = delta.sequence();
        slot.renderMillis = delta.renderMillis();
        slot.reckonMillis = delta.reckonMillis();
        sanitise(slot.values);
    }

    private void sanitise(StateObject values) {
        try {
            room.hooks().sanitise(seat, values);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            // What was not looked at must not reach the simulation.
            reader.reset(values);
            room.failed("sanitise", e);
        }
    }

    private Slot slot(int index) {
        int at = index % slots.length;
        Slot slot = slots[at];
        if (slot == null) {
            slot = new Slot(reader.fresh());
            slots[at] = slot;
        }
        return slot;
    }

    private Slot drop() {
        Slot oldest = slot(head);
        head = (head + 1) % slots.length;
        waiting--;
        sequence = oldest.sequence;
        return oldest;
    }

    private void close(String why) {
        String reason = why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why;
        room.seatTable().departure().close(seat, ActiveRoom.WITH_ERROR, reason);
    }

    @Override
    public int waiting() {
        room.own();
        return waiting;
    }

    @Override
    public @Nullable StateObject next() {
        room.own();
        if (waiting == 0) {
            return null;
        }
        Slot oldest = drop();
        renderMillis = oldest.renderMillis;
        reckonMillis = oldest.reckonMillis;
        reader.copy(oldest.values, taken);
        return taken;
    }

    @Override
    public StateObject idle() {
        room.own();
        reader.reset(idle);
        return idle;
    }

    @Override
    public StateObject latest() {
        room.own();
        return latest;
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public long renderMillis() {
        return renderMillis;
    }

    @Override
    public long reckonMillis() {
        return reckonMillis;
    }
}
