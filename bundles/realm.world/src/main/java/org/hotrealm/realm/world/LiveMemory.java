package org.hotrealm.realm.world;

import java.util.Arrays;
import org.hotrealm.realm.api.Memory;

/** Named numbers, by name, in two arrays: there are few, and they are asked for often. */
final class LiveMemory implements Memory {

    private static final String[] NO_NAMES = {};
    private static final double[] NO_VALUES = {};

    private String[] names = NO_NAMES;
    private double[] values = NO_VALUES;
    private int size;

    @Override
    public double get(String name) {
        int at = find(name);
        return at < 0 ? 0 : values[at];
    }

    @Override
    public void set(String name, double value) {
        int at = find(name);
        if (at >= 0 && value != 0) {
            values[at] = value;
        } else if (at >= 0) {
            removeAt(at);
        } else if (value != 0) {
            insert(name, value);
        }
    }

    @Override
    public void clear() {
        Arrays.fill(names, 0, size, "");
        size = 0;
    }

    /** Names are mostly the very constants they were set with, so that a look at the reference is enough. */
    @SuppressWarnings("ReferenceEquality")
    private int find(String name) {
        for (int i = 0; i < size; i++) {
            if (names[i] == name) {
                return i;
            }
        }
        return size == 0 ? -1 : Math.max(-1, Arrays.binarySearch(names, 0, size, name));
    }

    private void insert(String name, double value) {
        int at = -Arrays.binarySearch(names, 0, size, name) - 1;
        if (size == names.length) {
            names = Arrays.copyOf(names, size + 4);
            values = Arrays.copyOf(values, size + 4);
        }
        System.arraycopy(names, at, names, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        names[at] = name;
        values[at] = value;
        size++;
    }

    private void removeAt(int at) {
        size--;
        System.arraycopy(names, at + 1, names, at, size - at);
        System.arraycopy(values, at + 1, values, at, size - at);
        names[size] = "";
    }

    void write(ByteWriter out) {
        out.whole(size);
        for (int i = 0; i < size; i++) {
            out.text(names[i]).real(values[i]);
        }
    }

    void read(ByteReader in) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            set(in.text(), in.real());
        }
    }
}
