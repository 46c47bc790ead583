package org.hotrealm.realm.world;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Things by rising id, found by bisection. Read only to callers. Additions during a walk are met by it; removals happen
 * between ticks only, so a walk never breaks.
 */
final class IdList<T> extends AbstractList<T> implements RandomAccess {

    private final ToIntFunction<? super T> id;
    private @Nullable Object[] items = new Object[16];
    private int size;

    IdList(ToIntFunction<? super T> id) {
        this.id = id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T get(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return (T) java.util.Objects.requireNonNull(items[index]);
    }

    @Override
    public int size() {
        return size;
    }

    /** Appends; ids rise, so the order stays. */
    void append(T item) {
        if (size > 0 && id.applyAsInt(get(size - 1)) >= id.applyAsInt(item)) {
            throw new IllegalStateException("id %d comes after id %d: ids must rise"
                    .formatted(id.applyAsInt(item), id.applyAsInt(get(size - 1))));
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    @Nullable
    T find(int wanted) {
        int at = indexOf(wanted);
        return at < 0 ? null : get(at);
    }

    /** Takes out the one with this id, where there is one. */
    void drop(int wanted) {
        int at = indexOf(wanted);
        if (at < 0) {
            return;
        }
        System.arraycopy(items, at + 1, items, at, size - at - 1);
        items[--size] = null;
    }

    private int indexOf(int wanted) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = id.applyAsInt(get(middle));
            if (found == wanted) {
                return middle;
            }
            if (found < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
