package org.hotrealm.state.schema;

import java.util.ArrayList;
import java.util.List;

/** Changes collections of a random state. */
final class RandomContainers {
    private final RandomState state;

    RandomContainers(RandomState state) {
        this.state = state;
    }

    void change(StateMap<Object> map) {
        String key = "k" + state.below(5);
        if (state.chance(0.03)) {
            map.clear();
        } else if (state.chance(0.3)) {
            map.remove(key);
        } else {
            map.put(key, state.value(map));
            if (state.chance(0.1)) {
                Object value = map.remove(key);
                map.put(key, value);
            }
        }
    }

    void change(StateEntries<Object> bag) {
        List<Object> all = new ArrayList<>();
        bag.forEach(all::add);
        if (state.chance(0.03)) {
            bag.clear();
        } else if (state.chance(0.4) && !all.isEmpty()) {
            bag.remove(state.pick(all));
        } else if ((Object) bag instanceof StateStream stream) {
            stream.add(state.leaf(), state.below(3));
        } else {
            bag.add(state.value(bag));
        }
    }

    void change(StateArray<Object> array) {
        int size = array.size();
        switch (state.below(9)) {
            case 0, 1 -> array.add(state.value(array));
            case 2 -> array.add(0, state.value(array));
            case 3 -> array.add(state.below(size + 1), state.value(array));
            case 4 -> {
                for (int i = state.below(3); i >= 0 && array.size() > 0; i--) {
                    array.removeAt(state.below(array.size()));
                }
            }
            case 5 -> array.set(state.below(size + 1), state.value(array));
            case 6 -> array.reverse();
            case 7 -> {
                if (size > 1) {
                    array.swap(state.below(size), state.below(size));
                }
            }
            default -> {
                if (state.chance(0.2)) {
                    array.clear();
                }
            }
        }
    }
}
