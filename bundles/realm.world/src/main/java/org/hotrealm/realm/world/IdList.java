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
    /** Their ids, so that a search touches nobody. */
    private int[] ids = new int[16];

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
        int its = id.applyAsInt(item);
        if (size > 0 && ids[size - 1] >= its) {
            throw new IllegalStateException("id %d comes after id %d: ids must rise".formatted(its, ids[size - 1]));
        }
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size] = its;
        items[size++] = item;
    }

    @Nullable
    T find(int wanted) {
        int at = Arrays.binarySearch(ids, 0, size, wanted);
        return at < 0 ? null : get(at);
    }

    /** Takes out the one with this id, where there is one. */
    void drop(int wanted) {
        int at = Arrays.binarySearch(ids, 0, size, wanted);
        if (at < 0) {
            return;
        }
        System.arraycopy(ids, at + 1, ids, at, size - at - 1);
        System.arraycopy(items, at + 1, items, at, size - at - 1);
        items[--size] = null;
    }
}
