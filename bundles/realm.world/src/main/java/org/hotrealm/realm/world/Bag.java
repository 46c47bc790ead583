package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Stack;
import org.jspecify.annotations.Nullable;

/** What a player carries and wears. The lists it hands out never change in place, so that a moment can be kept. */
final class Bag {

    private final LiveWorld world;
    private final TreeMap<String, Integer> totals = new TreeMap<>();
    private final Map<String, Integer> totalsSeen = Collections.unmodifiableMap(totals);
    private List<Stack> stacks = List.of();
    private Map<ItemDef.Slot, Stack> worn = Map.of();
    private int lastStack;

    Bag(LiveWorld world) {
        this.world = world;
    }

    void resume(List<Stack> carried, Map<ItemDef.Slot, Stack> wears, int last) {
        worn = ordered(wears);
        lastStack = last;
        carry(carried);
    }

    private static Map<ItemDef.Slot, Stack> ordered(Map<ItemDef.Slot, Stack> wears) {
        return wears.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(wears));
    }

    private void carry(List<Stack> next) {
        stacks = List.copyOf(next);
        totals.clear();
        for (Stack stack : stacks) {
            totals.merge(stack.item(), stack.quantity(), (a, b) -> (int) Math.min(Integer.MAX_VALUE, (long) a + b));
        }
    }

    List<Stack> stacks() {
        return stacks;
    }

    Map<ItemDef.Slot, Stack> worn() {
        return worn;
    }

    Map<String, Integer> totals() {
        return totalsSeen;
    }

    int lastStack() {
        return lastStack;
    }

    long gold() {
        long sum = 0;
        for (Stack stack : stacks) {
            sum += money(stack.item()) ? stack.quantity() : 0;
        }
        return Math.min(sum, 0xFFFF_FFFFL);
    }

    int slotsUsed() {
        int used = 0;
        for (Stack stack : stacks) {
            used += money(stack.item()) ? 0 : 1;
        }
        return used;
    }

    private int slotsFree() {
        return Math.max(0, world.content().realm().progress().bagSlots() - slotsUsed());
    }

    private boolean money(String item) {
        ItemDef def = world.content().items().get(item);
        return def != null && def.kind() == ItemDef.Kind.GOLD;
    }

    /** How many lie on one another; what the content does not know lies alone. */
    private int most(String item) {
        ItemDef def = world.content().items().get(item);
        return def == null ? 1 : def.kind() == ItemDef.Kind.GOLD ? Integer.MAX_VALUE : Math.max(1, def.stack());
    }

    int fits(String item, int quantity) {
        long most = most(item);
        long room =
                money(item) ? (stacks.stream().anyMatch(s -> s.item().equals(item)) ? 0 : most) : slotsFree() * most;
        for (Stack stack : stacks) {
            room += stack.item().equals(item) ? Math.max(0, most - stack.quantity()) : 0;
        }
        return (int) Math.min(room, quantity);
    }

    /** Adds what fits: first onto stacks of the item, in their order, then as new ones. */
    int add(String item, int quantity, List<Drop.Source> sources) {
        int fits = fits(item, quantity);
        int most = most(item);
        int left = fits;
        List<Stack> next = new ArrayList<>(stacks);
        List<Drop.Source> from = sources;
        for (int i = 0; i < next.size() && left > 0; i++) {
            Stack stack = next.get(i);
            int more = stack.item().equals(item) ? Math.min(left, most - stack.quantity()) : 0;
            if (more > 0) {
                Sources.Parted parted = Sources.first(from, more);
                next.set(i, new Stack(stack.id(), item, stack.quantity() + more, Sources.join(stack, parted.taken())));
                from = parted.left();
                left -= more;
            }
        }
        while (left > 0) {
            int more = Math.min(left, most);
            Sources.Parted parted = Sources.first(from, more);
            next.add(new Stack(++lastStack, item, more, Sources.newest(parted.taken())));
            from = parted.left();
            left -= more;
        }
        carry(next);
        return fits;
    }

    boolean take(String item, int quantity) {
        if (quantity <= 0 || totals.getOrDefault(item, 0) < quantity) {
            return false;
        }
        int left = quantity;
        for (int i = stacks.size() - 1; i >= 0 && left > 0; i--) {
            Stack stack = stacks.get(i);
            if (stack.item().equals(item)) {
                int some = Math.min(left, stack.quantity());
                take(stack, some);
                left -= some;
            }
        }
        return true;
    }

    @Nullable
    Stack take(int id, int quantity) {
        Stack stack = find(id);
        return stack == null || quantity <= 0 || stack.quantity() < quantity ? null : take(stack, quantity);
    }

    private @Nullable Stack find(int id) {
        for (Stack stack : stacks) {
            if (stack.id() == id) {
                return stack;
            }
        }
        return null;
    }

    /** The oldest go first. */
    private Stack take(Stack stack, int quantity) {
        List<Stack> next = new ArrayList<>(stacks);
        int at = next.indexOf(stack);
        Sources.Parted parted = Sources.part(stack, quantity);
        if (quantity == stack.quantity()) {
            next.remove(at);
        } else {
            next.set(at, new Stack(stack.id(), stack.item(), stack.quantity() - quantity, parted.left()));
        }
        carry(next);
        return new Stack(stack.id(), stack.item(), quantity, parted.taken());
    }

    /** One of the stack is worn; what was worn there takes its place in the bag. */
    void wear(int id) {
        Stack stack = find(id);
        ItemDef def = stack == null ? null : world.content().items().get(stack.item());
        ItemDef.Slot slot = def == null ? null : def.slot();
        if (stack == null || slot == null) {
            throw new IllegalArgumentException("there is no stack %d in the bag that can be worn".formatted(id));
        }
        Stack one = take(stack, 1);
        Map<ItemDef.Slot, Stack> wears = new EnumMap<>(ItemDef.Slot.class);
        wears.putAll(worn);
        Stack before =
                wears.put(slot, stack.quantity() == 1 ? one : new Stack(++lastStack, one.item(), 1, one.sources()));
        worn = ordered(wears);
        if (before != null) {
            putBack(before);
        }
    }

    boolean bare(ItemDef.Slot slot) {
        Stack stack = worn.get(slot);
        if (stack == null || slotsFree() == 0) {
            return false;
        }
        Map<ItemDef.Slot, Stack> wears = new EnumMap<>(worn);
        wears.remove(slot);
        worn = ordered(wears);
        putBack(stack);
        return true;
    }

    private void putBack(Stack stack) {
        List<Stack> next = new ArrayList<>(stacks);
        next.add(stack);
        carry(next);
    }
}
