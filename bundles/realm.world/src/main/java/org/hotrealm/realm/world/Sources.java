package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.List;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Stack;

/** Where the items of a stack come from: sources are parted and joined along with the items. */
final class Sources {

    private Sources() {}

    /** Sources of what was taken and of what was left, each oldest first. */
    record Parted(List<Drop.Source> taken, List<Drop.Source> left) {}

    /** Parts the first so many from the rest. */
    static Parted first(List<Drop.Source> sources, int quantity) {
        List<Drop.Source> taken = new ArrayList<>();
        List<Drop.Source> left = new ArrayList<>();
        int missing = quantity;
        for (Drop.Source source : sources) {
            int some = Math.min(missing, source.quantity());
            if (some > 0) {
                taken.add(new Drop.Source(source.origin(), some));
            }
            if (some < source.quantity()) {
                left.add(new Drop.Source(source.origin(), source.quantity() - some));
            }
            missing -= some;
        }
        return new Parted(taken, left);
    }

    /** Parts the oldest so many of a stack: first those whose source is forgotten. */
    static Parted part(Stack stack, int quantity) {
        int known = 0;
        for (Drop.Source source : stack.sources()) {
            known += source.quantity();
        }
        return first(stack.sources(), Math.max(0, quantity - Math.max(0, stack.quantity() - known)));
    }

    /** A stack's sources with newer ones behind them. */
    static List<Drop.Source> join(Stack stack, List<Drop.Source> more) {
        List<Drop.Source> all = new ArrayList<>(stack.sources());
        for (Drop.Source source : more) {
            int last = all.size() - 1;
            if (last >= 0 && all.get(last).origin().equals(source.origin())) {
                all.set(last, new Drop.Source(source.origin(), all.get(last).quantity() + source.quantity()));
            } else {
                all.add(source);
            }
        }
        return newest(all);
    }

    static List<Drop.Source> newest(List<Drop.Source> all) {
        return List.copyOf(all.subList(Math.max(0, all.size() - Stack.SOURCES), all.size()));
    }
}
