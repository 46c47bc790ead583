package org.hotrealm.room.api;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * Where things were a moment ago, for judging a client's deed by what it saw: numbers such as positions, by id, for each of
 * the last ticks. Between two ticks the way is straight.
 *
 * <p>A room keeps one by {@link Room#attach}, records at the end of each tick and asks with {@link Inputs#renderMillis}. Asked
 * for a time before the oldest or after the newest tick kept, it answers for that tick: a client cannot reach further back
 * than the room allows. Room thread only; once warm it does not allocate. A room that is parked keeps it as a parcel, of which
 * {@link #of} makes it again.
 */
public final class History implements Parked {

    private static final String KIND = "room.history";

    private final int numbers;
    private final int ticks;
    private final ArrayDeque<Frame> frames;

    /**
     * An empty one.
     *
     * @param numbers kept of each thing, such as 2 for a position
     * @param ticks kept at most; with ticks of 50 ms 10 are half a second
     */
    public History(int numbers, int ticks) {
        if (numbers < 1 || ticks < 2) {
            throw new IllegalArgumentException(
                    "a history keeps at least 1 number and 2 ticks, not %d and %d".formatted(numbers, ticks));
        }
        this.numbers = numbers;
        this.ticks = ticks;
        this.frames = new ArrayDeque<>(ticks);
    }

    /**
     * The history that was parked in this parcel.
     *
     * @throws IllegalArgumentException where the parcel holds none, or one that this version cannot read
     */
    public static History of(Parcel parcel) {
        if (!parcel.kind().equals(KIND) || parcel.schema() != 1) {
            throw new IllegalArgumentException("%s holds no history that this version reads".formatted(parcel));
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(parcel.bytes());
            History history = new History(in.getInt(), in.getInt());
            for (int left = in.getInt(); left > 0; left--) {
                history.begin(in.getLong());
                history.frames.getLast().read(in);
            }
            return history;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("%s is damaged: it ends too early".formatted(parcel), e);
        }
    }

    @Override
    public Parcel park() {
        int size = 3 * Integer.BYTES;
        for (Frame frame : frames) {
            size += frame.bytes();
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(numbers).putInt(ticks).putInt(frames.size());
        for (Frame frame : frames) {
            frame.write(out);
        }
        return new Parcel(KIND, 1, out.array());
    }

    /** Begins the record of a tick; times rise from call to call. */
    public void begin(long roomMillis) {
        if (!frames.isEmpty() && roomMillis <= frames.getLast().millis) {
            throw new IllegalArgumentException(
                    "the history has %d ms already, %d is not after it".formatted(frames.getLast().millis, roomMillis));
        }
        Frame frame = frames.size() == ticks ? frames.removeFirst() : new Frame(numbers);
        frame.begin(roomMillis);
        frames.addLast(frame);
    }

    /** Records one thing in the tick begun last. The array is copied. */
    public void put(long id, double[] values) {
        if (frames.isEmpty() || values.length != numbers) {
            throw new IllegalArgumentException("call begin first, and give %d numbers".formatted(numbers));
        }
        frames.getLast().put(id, values);
    }

    /**
     * What a thing's numbers were at a time of the room.
     *
     * @param roomMillis 0 or less for the newest, as for a client whose clock is not set yet
     * @param into gets the numbers
     * @return false where the thing was not there then
     */
    public boolean at(long id, long roomMillis, double[] into) {
        if (frames.isEmpty()) {
            return false;
        }
        long time = roomMillis <= 0 ? frames.getLast().millis : roomMillis;
        Frame before = null;
        for (Frame frame : frames) {
            if (frame.millis >= time) {
                if (before == null || frame.millis == time) {
                    return between(id, frame, frame, time, into);
                }
                return between(id, before, frame, time, into);
            }
            before = frame;
        }
        return between(id, frames.getLast(), frames.getLast(), time, into);
    }

    private boolean between(long id, Frame before, Frame after, long time, double[] into) {
        int to = after.find(id);
        int from = before == after ? to : before.find(id);
        if (to < 0 || from < 0) {
            return false;
        }
        double share = before == after ? 1 : (time - before.millis) / (double) (after.millis - before.millis);
        double way = Math.clamp(share, 0, 1);
        for (int i = 0; i < numbers; i++) {
            double start = before.values[from * numbers + i];
            into[i] = start + (after.values[to * numbers + i] - start) * way;
        }
        return true;
    }

    /** Time of the oldest tick kept; 0 for none. */
    public long oldestMillis() {
        return frames.isEmpty() ? 0 : frames.getFirst().millis;
    }

    /** Time of the newest tick kept; 0 for none. */
    public long newestMillis() {
        return frames.isEmpty() ? 0 : frames.getLast().millis;
    }

    /** One tick: numbers by id, found by open addressing. Used again for a later tick. */
    private static final class Frame {
        private static final int FIRST_ROOM = 16;

        final int numbers;
        long millis;
        double[] values;
        private long[] ids = new long[FIRST_ROOM];
        private int[] slots = new int[2 * FIRST_ROOM];
        private int size;

        Frame(int numbers) {
            this.numbers = numbers;
            this.values = new double[FIRST_ROOM * numbers];
        }

        int bytes() {
            return Long.BYTES + Integer.BYTES + size * (Long.BYTES + numbers * Double.BYTES);
        }

        void write(ByteBuffer out) {
            out.putLong(millis).putInt(size);
            for (int i = 0; i < size; i++) {
                out.putLong(ids[i]);
                for (int n = 0; n < numbers; n++) {
                    out.putDouble(values[i * numbers + n]);
                }
            }
        }

        void read(ByteBuffer in) {
            double[] one = new double[numbers];
            for (int left = in.getInt(); left > 0; left--) {
                long id = in.getLong();
                for (int n = 0; n < numbers; n++) {
                    one[n] = in.getDouble();
                }
                put(id, one);
            }
        }

        void begin(long at) {
            millis = at;
            size = 0;
            Arrays.fill(slots, 0);
        }

        void put(long id, double[] given) {
            int at = find(id);
            if (at < 0) {
                if (size == ids.length) {
                    grow();
                }
                at = size++;
                ids[at] = id;
                slots[free(id)] = size;
            }
            System.arraycopy(given, 0, values, at * numbers, numbers);
        }

        int find(long id) {
            for (int slot = hash(id); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
                if (ids[slots[slot] - 1] == id) {
                    return slots[slot] - 1;
                }
            }
            return -1;
        }

        private int free(long id) {
            int slot = hash(id);
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            return slot;
        }

        private int hash(long id) {
            return (int) (id * 0x9e3779b97f4a7c15L >>> 40) & slots.length - 1;
        }

        private void grow() {
            ids = Arrays.copyOf(ids, 2 * size);
            values = Arrays.copyOf(values, 2 * size * numbers);
            slots = new int[4 * size];
            for (int i = 0; i < size; i++) {
                slots[free(ids[i])] = i + 1;
            }
        }
    }
}
