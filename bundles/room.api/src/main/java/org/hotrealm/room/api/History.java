package org.hotrealm.room.api;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Where things were a moment ago, for judging a client's deed by what it saw: numbers such as positions, by id or name, for
 * each of the last ticks. Between two ticks the way is straight; {@link #reckoned} goes on from there as a client does that
 * draws others ahead.
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
    private final ArrayDeque<HistoryFrame> frames;

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
        for (HistoryFrame frame : frames) {
            size += frame.bytes();
        }
        ByteBuffer out = ByteBuffer.allocate(size).putInt(numbers).putInt(ticks).putInt(frames.size());
        for (HistoryFrame frame : frames) {
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
        HistoryFrame frame = frames.size() == ticks ? frames.removeFirst() : new HistoryFrame(numbers);
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

    /** Records one thing by a name, such as a session or a key of the state's map. */
    public void put(String name, double[] values) {
        put(id(name), values);
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
        HistoryFrame before = null;
        for (HistoryFrame frame : frames) {
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

    /**
     * As {@link #at(long, long, double[])}, by the name of {@link #put(String, double[])}.
     *
     * @param roomMillis 0 or less for the newest
     * @param into gets the numbers
     * @return false where the thing was not there then
     */
    public boolean at(String name, long roomMillis, double[] into) {
        return at(id(name), roomMillis, into);
    }

    /**
     * Where a client drew a thing that it reckoned with: it knew the tick at {@code knownMillis}, and drew the thing at
     * {@code reckonMillis} as if it had gone on as between that tick and the one before. Beyond the newest tick nobody reckons.
     *
     * @param knownMillis what {@link Inputs#renderMillis} says; 0 or less for the newest
     * @param reckonMillis what {@link Inputs#reckonMillis} says
     * @param into gets the numbers
     * @return false where the thing was not there in the tick known
     */
    public boolean reckoned(long id, long knownMillis, long reckonMillis, double[] into) {
        HistoryFrame before = null;
        HistoryFrame known = null;
        for (HistoryFrame frame : frames) {
            if (known == null || knownMillis <= 0 || frame.millis <= knownMillis) {
                before = known;
                known = frame;
            }
        }
        if (known == null || !known.read(id, into)) {
            return false;
        }
        int from = before == null ? -1 : before.find(id);
        if (before == null || from < 0) {
            return true;
        }
        long until = Math.clamp(reckonMillis, known.millis, newestMillis());
        double share = (until - known.millis) / (double) (known.millis - before.millis);
        for (int i = 0; i < numbers; i++) {
            into[i] += (into[i] - before.values[from * numbers + i]) * share;
        }
        return true;
    }

    /** As {@link #reckoned(long, long, long, double[])}, by name. */
    public boolean reckoned(String name, long knownMillis, long reckonMillis, double[] into) {
        return reckoned(id(name), knownMillis, reckonMillis, into);
    }

    /** The id that a name stands for: two names have the same once in 2^64. */
    public static long id(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private boolean between(long id, HistoryFrame before, HistoryFrame after, long time, double[] into) {
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
}
