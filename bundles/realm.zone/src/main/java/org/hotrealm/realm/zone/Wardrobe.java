package org.hotrealm.realm.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Stack;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** INTENT: wearing, taking off and throwing away. */
final class Wardrobe {

    private Wardrobe() {}

    static void run(World world) {
        for (Intent.Equip wish : world.take(Intent.Equip.class)) {
            if (world.actor(wish.actor()) instanceof Player player) {
                equip(world, player, wish);
            }
        }
        for (Intent.Unequip wish : world.take(Intent.Unequip.class)) {
            if (world.actor(wish.actor()) instanceof Player player) {
                unequip(world, player, wish.slot());
            }
        }
        for (Intent.Discard wish : world.take(Intent.Discard.class)) {
            if (world.actor(wish.actor()) instanceof Player player) {
                discard(world, player, wish);
            }
        }
    }

    private static void equip(World world, Player player, Intent.Equip wish) {
        ItemDef item = world.content().items().get(wish.item());
        Stack stack = last(player, wish.item());
        String no = whyNotEquip(player, item, wish, stack);
        if (no != null || stack == null) {
            refuse(world, player, "equip", no == null ? "you have none" : no);
            return;
        }
        player.wear(stack.id());
    }

    private static @Nullable String whyNotEquip(
            Player player, @Nullable ItemDef item, Intent.Equip wish, @Nullable Stack stack) {
        if (item == null) {
            return "there is no item '%s'".formatted(wish.item());
        }
        ItemDef.Slot slot = item.slot();
        if (slot == null) {
            return "%s cannot be worn".formatted(item.name());
        }
        if (wish.slot() != null && wish.slot() != slot) {
            return "%s is worn as %s, not as %s".formatted(item.name(), name(slot), name(wish.slot()));
        }
        if (!player.alive()) {
            return "the dead change nothing";
        }
        if (stack == null) {
            return "you have no %s".formatted(item.name());
        }
        return unfit(player, item);
    }

    /** Why somebody cannot wear or use an item by what it asks for; null where it may. */
    static @Nullable String unfit(Player player, ItemDef item) {
        if (player.level() < item.level()) {
            return "%s needs level %d, you are level %d".formatted(item.name(), item.level(), player.level());
        }
        String heroClass = player.heroClass();
        if (!item.classes().isEmpty() && !item.classes().contains(heroClass)) {
            return "%s is not for you: only for %s".formatted(item.name(), String.join(", ", item.classes()));
        }
        return null;
    }

    private static void unequip(World world, Player player, ItemDef.Slot slot) {
        String no = !player.alive()
                ? "the dead change nothing"
                : player.worn().get(slot) == null
                        ? "you wear nothing there: %s".formatted(name(slot))
                        : player.bare(slot) ? null : fullBag(world);
        if (no != null) {
            refuse(world, player, "unequip", no);
        }
    }

    static String fullBag(World world) {
        return "your bag is full: it holds %d stacks"
                .formatted(world.content().realm().progress().bagSlots());
    }

    private static void discard(World world, Player player, Intent.Discard wish) {
        int has = player.inventory().getOrDefault(wish.item(), 0);
        if (!player.alive()) {
            refuse(world, player, "discard", "the dead throw nothing away");
            return;
        }
        if (wish.quantity() < 1 || has < wish.quantity()) {
            refuse(world, player, "discard", "you have %d %s, not %d".formatted(has, wish.item(), wish.quantity()));
            return;
        }
        List<Drop.Source> sources = new ArrayList<>();
        int left = wish.quantity();
        while (left > 0) {
            Stack stack = last(player, wish.item());
            Stack taken = stack == null ? null : player.takeFrom(stack.id(), Math.min(left, stack.quantity()));
            if (taken == null) {
                throw new IllegalStateException(
                        "player %d lacks %d of %s that it was said to have".formatted(player.id(), left, wish.item()));
            }
            sources.addAll(0, taken.sources());
            left -= taken.quantity();
        }
        lay(world, player, wish, sources);
    }

    private static void lay(World world, Player player, Intent.Discard wish, List<Drop.Source> sources) {
        int known = sources.stream().mapToInt(Drop.Source::quantity).sum();
        if (known < wish.quantity()) {
            Drop.Origin forgotten = new Drop.Origin("", "", 0, 1, 0, "", 0);
            sources.addFirst(new Drop.Source(forgotten, wish.quantity() - known));
        }
        List<Drop.Source> newest = sources.subList(Math.max(0, sources.size() - Stack.SOURCES), sources.size());
        world.drop(player.id(), newest, wish.item(), wish.quantity(), player.x(), player.y(), player);
    }

    /** The stack to take from first: the last one of the item. */
    static @Nullable Stack last(Player player, String item) {
        for (Stack stack : player.bag().reversed()) {
            if (stack.item().equals(item)) {
                return stack;
            }
        }
        return null;
    }

    private static String name(ItemDef.Slot slot) {
        return slot.name().toLowerCase(Locale.ROOT);
    }

    private static void refuse(World world, Player player, String wish, String reason) {
        world.happened(new Event.Refused(player.id(), wish, reason));
    }
}
