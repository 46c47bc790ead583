package org.hotrealm.realm.world;

import java.util.Arrays;
import org.hotrealm.realm.api.Threat;

/** A threat list in two arrays, by rising actor id. */
final class LiveThreat implements Threat {

    private int[] actors = new int[2];
    private double[] amounts = new double[2];
    private int size;

    @Override
    public void add(int actor, double amount) {
        int at = Arrays.binarySearch(actors, 0, size, actor);
        if (at >= 0) {
            amounts[at] += amount;
            if (!(amounts[at] > 0)) {
                removeAt(at);
            }
        } else if (amount > 0) {
            insert(-at - 1, actor, amount);
        }
    }

    @Override
    public double of(int actor) {
        int at = Arrays.binarySearch(actors, 0, size, actor);
        return at < 0 ? 0 : amounts[at];
    }

    @Override
    public void forget(int actor) {
        int at = Arrays.binarySearch(actors, 0, size, actor);
        if (at >= 0) {
            removeAt(at);
        }
    }

    @Override
    public void clear() {
        size = 0;
    }

    @Override
    public boolean isEmpty() {
        return size == 0;
    }

    @Override
    public int highest() {
        int best = 0;
        double most = 0;
        for (int i = 0; i < size; i++) {
            if (amounts[i] > most) {
                most = amounts[i];
                best = actors[i];
            }
        }
        return best;
    }

    @Override
    public int[] actors() {
        return Arrays.copyOf(actors, size);
    }

    private void insert(int at, int actor, double amount) {
        if (size == actors.length) {
            actors = Arrays.copyOf(actors, size * 2);
            amounts = Arrays.copyOf(amounts, size * 2);
        }
        System.arraycopy(actors, at, actors, at + 1, size - at);
        System.arraycopy(amounts, at, amounts, at + 1, size - at);
        actors[at] = actor;
        amounts[at] = amount;
        size++;
    }

    private void removeAt(int at) {
        size--;
        System.arraycopy(actors, at + 1, actors, at, size - at);
        System.arraycopy(amounts, at + 1, amounts, at, size - at);
    }

    void write(ByteWriter out) {
        out.whole(size);
        for (int i = 0; i < size; i++) {
            out.whole(actors[i]).real(amounts[i]);
        }
    }

    void read(ByteReader in) {
        int count = in.count();
        for (int i = 0; i < count; i++) {
            add(in.integer(), in.real());
        }
    }
}
