package org.hotrealm.realm.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.Stack;

/** What players earn, as bytes. */
final class ProgressCodec {

    private ProgressCodec() {}

    static void write(ByteWriter out, Progress progress) {
        out.whole(progress.revision()).text(progress.name()).text(progress.heroClass());
        out.whole(progress.level()).whole(progress.xp()).whole(progress.gold());
        stacks(out, progress.bag());
        worn(out, progress.worn());
        counts(out, progress.luck());
        counts(out, progress.kills());
        out.whole(progress.lastStack());
    }

    static Progress read(ByteReader in) {
        return new Progress(
                in.whole(),
                in.text(),
                in.text(),
                in.integer(),
                in.integer(),
                in.whole(),
                stacks(in),
                worn(in),
                counts(in),
                counts(in),
                in.integer());
    }

    static void stacks(ByteWriter out, List<Stack> stacks) {
        out.whole(stacks.size());
        stacks.forEach(stack -> stack(out, stack));
    }

    static List<Stack> stacks(ByteReader in) {
        int many = in.count();
        List<Stack> stacks = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            stacks.add(stack(in));
        }
        return stacks;
    }

    private static void stack(ByteWriter out, Stack stack) {
        out.whole(stack.id()).text(stack.item()).whole(stack.quantity());
        sources(out, stack.sources());
    }

    private static Stack stack(ByteReader in) {
        return new Stack(in.integer(), in.text(), in.integer(), sources(in));
    }

    static void sources(ByteWriter out, List<Drop.Source> sources) {
        out.whole(sources.size());
        for (Drop.Source source : sources) {
            out.whole(source.quantity());
            Codec.origin(out, source.origin());
        }
    }

    static List<Drop.Source> sources(ByteReader in) {
        int many = in.count();
        List<Drop.Source> sources = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            int quantity = in.integer();
            sources.add(new Drop.Source(Codec.origin(in), quantity));
        }
        return sources;
    }

    /** In the order of the slots, whatever the map's own. */
    static void worn(ByteWriter out, Map<ItemDef.Slot, Stack> worn) {
        out.whole(worn.size());
        for (ItemDef.Slot slot : ItemDef.Slot.values()) {
            Stack stack = worn.get(slot);
            if (stack != null) {
                out.whole(Wire.number(slot));
                stack(out, stack);
            }
        }
    }

    static Map<ItemDef.Slot, Stack> worn(ByteReader in) {
        Map<ItemDef.Slot, Stack> worn = new EnumMap<>(ItemDef.Slot.class);
        int many = in.count();
        for (int i = 0; i < many; i++) {
            worn.put(in.of(ItemDef.Slot.class), stack(in));
        }
        return worn;
    }

    static void counts(ByteWriter out, Map<String, Integer> counts) {
        out.whole(counts.size());
        new TreeMap<>(counts).forEach((name, count) -> out.text(name).whole(count));
    }

    static Map<String, Integer> counts(ByteReader in) {
        Map<String, Integer> counts = new TreeMap<>();
        int many = in.count();
        for (int i = 0; i < many; i++) {
            counts.put(in.text(), in.integer());
        }
        return counts;
    }

    /** Only news of progress is ever kept back. */
    static void event(ByteWriter out, Event event) {
        switch (event) {
            case Event.PickedUp e ->
                out.whole(1).whole(e.actor()).whole(e.drop()).text(e.item()).whole(e.quantity());
            case Event.Gained e -> out.whole(2).whole(e.actor()).whole(e.xp()).whole(e.from());
            case Event.Levelled e -> out.whole(3).whole(e.actor()).whole(e.level());
            default -> throw new IllegalArgumentException("%s is no news of progress".formatted(event));
        }
    }

    static Event event(ByteReader in) {
        int kind = in.integer();
        return switch (kind) {
            case 1 -> new Event.PickedUp(in.integer(), in.integer(), in.text(), in.integer());
            case 2 -> new Event.Gained(in.integer(), in.integer(), in.integer());
            case 3 -> new Event.Levelled(in.integer(), in.integer());
            default -> throw in.broken("event number " + kind);
        };
    }
}
