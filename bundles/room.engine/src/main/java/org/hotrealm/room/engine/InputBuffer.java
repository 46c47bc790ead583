package org.hotrealm.room.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.hotrealm.room.api.InputDelta;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.room.api.Inputs;
import org.hotrealm.room.api.Payload;
import org.hotrealm.state.schema.InputReader;
import org.hotrealm.state.schema.MalformedInputException;
import org.hotrealm.state.schema.StateObject;
import org.hotrealm.state.schema.StateSnapshot;
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
    /** What came before a swap and was not read then. */
    private final ArrayDeque<InputDelta> unread = new ArrayDeque<>(1);

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
        unread.clear();
        head = 0;
        waiting = 0;
        sequence = reliable ? 0 : sequence;
        renderMillis = 0;
        reckonMillis = 0;
        reader.reset(latest);
    }

    /** All there is: what waits, and what the connection has queued, which is lost to it. */
    Payload park() {
        List<Payload> kept = new ArrayList<>();
        for (int i = 0; i < waiting; i++) {
            Slot slot = slot(head + i);
            kept.add(Payload.map(
                    "sequence", slot.sequence,
                    "render", slot.renderMillis,
                    "reckon", slot.reckonMillis,
                    "values", StateSnapshot.write(slot.values)));
        }
        return Payload.map(
                "sequence", sequence,
                "reliable", reliable,
                "lastOfRing", lastOfRing,
                "render", renderMillis,
                "reckon", reckonMillis,
                "latest", StateSnapshot.write(latest),
                "waiting", kept,
                "queued", queued());
    }

    private List<Payload> queued() {
        Queue<InputDelta> from = source;
        while (from != null && !from.isEmpty()) {
            unread.add(from.remove());
        }
        return unread.stream().map(InputBuffer::bytes).toList();
    }

    private static Payload bytes(InputDelta delta) {
        return Payload.map(
                "reliable", delta.reliable(),
                "sequence", delta.sequence(),
                "render", delta.renderMillis(),
                "reckon", delta.reckonMillis(),
                "body", Arrays.copyOfRange(delta.bytes(), delta.from(), delta.to()));
    }

    /** Goes on from there. Inputs of another type than is taken now are lost. */
    void resume(Fields from) {
        sequence = from.whole("sequence");
        reliable = from.flag("reliable");
        lastOfRing = from.whole("lastOfRing");
        renderMillis = from.whole("render");
        reckonMillis = from.whole("reckon");
        if (!take(from.bytes("latest"), latest)) {
            return;
        }
        for (Fields one : from.parts("waiting")) {
            Slot slot = slot(head + waiting);
            waiting += waiting < slots.length && take(one.bytes("values"), slot.values) ? 1 : 0;
            slot.sequence = one.whole("sequence");
            slot.renderMillis = one.whole("render");
            slot.reckonMillis = one.whole("reckon");
        }
        for (Fields one : from.parts("queued")) {
            byte[] body = one.bytes("body");
            unread.add(new InputDelta(
                    one.flag("reliable"),
                    one.whole("sequence"),
                    one.whole("render"),
                    one.whole("reckon"),
                    body,
                    0,
                    body.length));
        }
    }

    private boolean take(byte[] kept, StateObject into) {
        StateObject read = StateSnapshot.read(kept);
        if (!read.type().equals(reader.type())) {
            return false;
        }
        reader.copy(read, into);
        return true;
    }

    /** The connection is served by another link in a moment: what it has queued is kept. */
    void letGo() {
        queued();
        source = null;
    }

    /** The connection is back after a swap; its client goes on where it was. */
    void resumed(Queue<InputDelta> to) {
        source = to;
    }

    /** Reads what the connection has queued. */
    void receive() {
        Queue<InputDelta> from = source;
        if (from == null) {
            return;
        }
        InputDelta delta;
        while ((delta = unread.isEmpty() ? from.poll() : unread.poll()) != null) {
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
        } catch (Exception | Error e) {
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
