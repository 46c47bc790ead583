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
        int at = Names.at(names, size, name);
        return at < 0 ? 0 : values[at];
    }

    @Override
    public void set(String name, double value) {
        int at = Names.at(names, size, name);
        if (at >= 0 && value != 0) {
            values[at] = value;
        } else if (at >= 0) {
            removeAt(at);
        } else if (value != 0) {
            insert(-at - 1, name, value);
        }
    }

    @Override
    public void clear() {
        Arrays.fill(names, 0, size, "");
        size = 0;
    }

    private void insert(int at, String name, double value) {
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
