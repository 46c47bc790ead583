package org.hotrealm.room.api;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** One tick: numbers by id, found by open addressing. Used again for a later tick. */
final class HistoryFrame {
    private static final int FIRST_ROOM = 16;

    final int numbers;
    long millis;
    double[] values;
    private long[] ids = new long[FIRST_ROOM];
    private int[] slots = new int[2 * FIRST_ROOM];
    private int size;

    HistoryFrame(int numbers) {
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

    /** Copies what is recorded of a thing; false where nothing is. */
    boolean read(long id, double[] into) {
        int at = find(id);
        if (at >= 0) {
            System.arraycopy(values, at * numbers, into, 0, numbers);
        }
        return at >= 0;
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
