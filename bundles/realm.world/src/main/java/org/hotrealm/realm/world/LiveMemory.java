package org.hotrealm.realm.world;

import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.realm.api.Memory;

/** A monster's named numbers, by name; nothing is kept before the first is set. */
final class LiveMemory implements Memory {

    private final TreeMap<String, Double> numbers = new TreeMap<>();

    @Override
    public double get(String name) {
        return numbers.isEmpty() ? 0 : numbers.getOrDefault(name, 0.0);
    }

    @Override
    public void set(String name, double value) {
        if (value == 0) {
            numbers.remove(name);
        } else {
            numbers.put(name, value);
        }
    }

    @Override
    public void clear() {
        numbers.clear();
    }

    void write(ByteWriter out) {
        out.whole(numbers.size());
        for (Map.Entry<String, Double> entry : numbers.entrySet()) {
            out.text(entry.getKey()).real(entry.getValue());
        }
    }

    void read(ByteReader in) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            numbers.put(in.text(), in.real());
        }
    }
}
