package org.hotrealm.loot.tables;

import java.util.Locale;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** Grants or refuses what players want to pick up. */
final class PickUps {

    /** How far an arm reaches, in tiles. */
    static final double REACH = 1.5;

    private PickUps() {}

    static void run(World world) {
        for (Intent.PickUp wish : world.take(Intent.PickUp.class)) {
            if (world.actor(wish.actor()) instanceof Player player) {
                pickUp(world, player, world.drop(wish.drop()));
            }
        }
    }

    private static void pickUp(World world, Player player, @Nullable Drop drop) {
        String no = drop == null ? "it is gone" : whyNot(world, player, drop);
        if (no != null || drop == null) {
            world.happened(new Event.Refused(player.id(), "pickup", no == null ? "it is gone" : no));
            return;
        }
        int taken = player.give(drop.item(), drop.quantity(), drop.sources());
        if (taken < drop.quantity()) {
            String why = "your bag is full: %d of %d %s fit".formatted(taken, drop.quantity(), name(world, drop));
            world.happened(new Event.Refused(player.id(), "pickup", why));
        }
        if (taken == drop.quantity()) {
            world.remove(drop);
        } else if (taken > 0) {
            world.reduce(drop, drop.quantity() - taken);
        }
        if (taken > 0) {
            world.happened(new Event.PickedUp(player.id(), drop.id(), drop.item(), taken));
        }
    }

    private static @Nullable String whyNot(World world, Player player, Drop drop) {
        if (!player.alive()) {
            return "the dead carry nothing";
        }
        double distance = player.distance(drop.x(), drop.y());
        if (distance > REACH) {
            return String.format(Locale.ROOT, "too far: %.1f tiles, you reach %.1f", distance, REACH);
        }
        long left = drop.freeAt() - world.tick().number();
        if (drop.owner() != null && !drop.owner().equals(player.sessionId()) && left > 0) {
            return String.format(
                    Locale.ROOT,
                    "%s belongs to somebody else for %.0f s more",
                    name(world, drop),
                    Math.ceil(left * world.tick().seconds()));
        }
        return null;
    }

    private static String name(World world, Drop drop) {
        ItemDef item = world.content().items().get(drop.item());
        return item == null ? drop.item() : item.name();
    }
}
