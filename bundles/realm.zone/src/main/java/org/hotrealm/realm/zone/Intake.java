package org.hotrealm.realm.zone;

import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Effect;
import org.hotrealm.realm.api.Event;
import org.hotrealm.realm.api.Intent;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Status;
import org.hotrealm.realm.api.World;
import org.jspecify.annotations.Nullable;

/** INTENT: walking, potions, the wardrobe, chat and coming back to life. Skills and loot take their own intents later. */
final class Intake {

    private static final int POTION_MILLIS = 1_000;
    private static final int SAY_MILLIS = 400;
    /** Not skills, but they cool down like them. */
    private static final String POTION = "#potion";

    private static final String SAY = "#say";

    private Intake() {}

    static void run(World world) {
        if (world.intents().isEmpty()) {
            return;
        }
        world.take(Intent.Walk.class).forEach(wish -> walk(world, wish));
        world.take(Intent.Consume.class).forEach(wish -> consume(world, wish));
        Wardrobe.run(world);
        world.take(Intent.Say.class).forEach(wish -> say(world, wish));
        world.take(Intent.Return.class).forEach(wish -> comeBack(world, wish));
    }

    private static void walk(World world, Intent.Walk wish) {
        if (!(world.actor(wish.actor()) instanceof Player player)) {
            return;
        }
        player.inputSeq(wish.seq());
        double length = Math.hypot(wish.directionX(), wish.directionY());
        if (!player.alive() || length < 0.01) {
            player.walk(0, 0);
            return;
        }
        double scale = player.speed() / Math.max(1, length);
        player.walk(wish.directionX() * scale, wish.directionY() * scale);
        if (player.has(Status.Kind.STUN)) {
            return;
        }
        player.face(Math.atan2(wish.directionY(), wish.directionX()));
    }

    private static void consume(World world, Intent.Consume wish) {
        if (!(world.actor(wish.actor()) instanceof Player player)) {
            return;
        }
        ItemDef item = world.content().items().get(wish.item());
        String no = whyNotConsume(world, player, item, wish.item());
        if (no != null || item == null) {
            world.happened(new Event.Refused(player.id(), "consume", no == null ? "no such item" : no));
            return;
        }
        player.take(item.id(), 1);
        player.readyAt(POTION, world.tick().number() + world.tick().ticks(POTION_MILLIS));
        world.happened(new Event.Consumed(player.id(), item.id()));
        int heal = whole(item, "heal");
        if (heal > 0) {
            world.affect(new Effect.Heal(player.id(), player.id(), item.id(), heal));
        }
        player.mana(player.mana() + whole(item, "mana"));
    }

    private static @Nullable String whyNotConsume(World world, Player player, @Nullable ItemDef item, String id) {
        if (item == null) {
            return "there is no item '%s'".formatted(id);
        }
        if (item.kind() != ItemDef.Kind.POTION) {
            return "%s cannot be used up".formatted(item.name());
        }
        if (!player.alive()) {
            return "the dead drink nothing";
        }
        if (player.has(Status.Kind.STUN)) {
            return "you are stunned";
        }
        if (player.inventory().getOrDefault(id, 0) < 1) {
            return "you have no %s".formatted(item.name());
        }
        return world.tick().number() < player.readyAt(POTION) ? "not so fast" : Wardrobe.unfit(player, item);
    }

    private static int whole(ItemDef item, String attribute) {
        return (int) Math.round(item.attributes().getOrDefault(attribute, 0.0));
    }

    private static void say(World world, Intent.Say wish) {
        if (!(world.actor(wish.actor()) instanceof Player player) || wish.text().isEmpty()) {
            return;
        }
        if (world.tick().number() < player.readyAt(SAY)) {
            world.happened(new Event.Refused(player.id(), "say", "not so fast"));
            return;
        }
        player.readyAt(SAY, world.tick().number() + world.tick().ticks(SAY_MILLIS));
        world.happened(new Event.Said(player.id(), wish.text()));
    }

    private static void comeBack(World world, Intent.Return wish) {
        if (!(world.actor(wish.actor()) instanceof Player player)) {
            return;
        }
        if (player.alive()) {
            world.happened(new Event.Refused(player.id(), "respawn", "you are alive"));
            return;
        }
        int wait = player.hero().respawnMillis();
        long left = player.diedAt() + world.tick().ticks(wait) - world.tick().number();
        if (left > 0) {
            long seconds = (left * world.tick().stepMillis() + 999) / 1_000;
            world.happened(new Event.Refused(player.id(), "respawn", "wait %d seconds more".formatted(seconds)));
            return;
        }
        player.hp(player.maxHp());
        player.mana(player.maxMana());
        Shrine.stand(world, player);
        world.happened(new Event.Returned(player.id()));
    }
}
