package org.hotrealm.realm.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Stack;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.Seat;

/** What a client is told on arrival: itself, the rules it shows, and the names of things. */
final class Welcome {

    private Welcome() {}

    static Payload of(World world, Player player, Seat seat) {
        ContentSet content = world.content();
        return Payload.map(
                "id", player.id(),
                "sessionId", player.sessionId(),
                "heroClass", player.heroClass(),
                "zone", world.map().name(),
                "tickMillis", world.tick().stepMillis(),
                "sight", content.realm().sightTiles(),
                "hero", hero(player),
                "classes", classes(content),
                "skills", skills(content, player),
                "spells", spells(content),
                "items", items(content),
                "monsters", monsters(content),
                "progress", player.ledger().key().isEmpty() ? "guest" : "stored",
                "progressReason", seat.auth().field("guest") instanceof String reason ? reason : "",
                "operator", Operators.holds(seat));
    }

    /** The bag and what is worn, as far as told. */
    static Payload inventory(World world, Player player) {
        Map<String, Object> items = new LinkedHashMap<>();
        List<Map<String, Object>> bag = new ArrayList<>();
        for (Stack stack : player.ledger().told().bag()) {
            items.merge(stack.item(), (long) stack.quantity(), (a, b) -> (long) a + (long) b);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", (long) stack.id());
            entry.put("item", stack.item());
            entry.put("quantity", (long) stack.quantity());
            bag.add(entry);
        }
        Map<String, Object> equipment = new LinkedHashMap<>();
        player.ledger().told().worn().forEach((slot, stack) -> equipment.put(lower(slot), stack.item()));
        return Payload.map(
                "items", items,
                "equipment", equipment,
                "attributes", new LinkedHashMap<>(player.sheet()),
                "bag", bag,
                "slots", world.content().realm().progress().bagSlots());
    }

    private static Map<String, Object> hero(Player player) {
        Map<String, Object> hero = new LinkedHashMap<>();
        hero.put("speed", player.speed());
        hero.put("radius", player.radius());
        hero.put("respawnMillis", (long) player.hero().respawnMillis());
        return hero;
    }

    private static List<Map<String, Object>> skills(ContentSet content, Player player) {
        List<Map<String, Object>> skills = new ArrayList<>();
        for (String id : player.skills()) {
            SkillDef def = content.skills().get(id);
            if (def != null) {
                skills.add(SkillCard.of(def, player));
            }
        }
        return skills;
    }

    /** What anybody may be seen to use: where it goes, so that it can be drawn. */
    private static Map<String, Object> spells(ContentSet content) {
        Map<String, Object> spells = new TreeMap<>();
        for (SkillDef def : content.skills().values()) {
            Map<String, Object> spell = new LinkedHashMap<>();
            spell.put("name", def.name());
            spell.put("target", lower(def.target()));
            spell.put("range", def.range());
            spell.put("radius", def.radius());
            spell.put("angle", def.angle());
            spell.put("projectileSpeed", def.projectileSpeed());
            spell.put("effects", effects(def));
            spells.put(def.id(), spell);
        }
        return spells;
    }

    private static List<Map<String, Object>> effects(SkillDef def) {
        List<Map<String, Object>> effects = new ArrayList<>();
        for (SkillDef.EffectDef each : def.effects()) {
            Map<String, Object> effect = new LinkedHashMap<>();
            effect.put("type", each.type());
            effect.put("attribute", each.attribute());
            effects.add(effect);
        }
        return effects;
    }

    /** What of a player is cooling down yet, as after a lost connection. */
    static List<Payload> cooldowns(World world, Player player) {
        List<Payload> cooling = new ArrayList<>();
        long now = world.tick().number();
        long global = Math.max(0, player.globalReadyAt() - now);
        for (String skill : player.skills()) {
            long left = Math.max(0, player.readyAt(skill) - now);
            if (left > 0) {
                cooling.add(Payload.map("skill", skill, "ticks", left, "global", global));
            }
        }
        return cooling;
    }

    private static Map<String, Object> classes(ContentSet content) {
        Map<String, Object> classes = new LinkedHashMap<>();
        for (RealmDef.Hero hero : content.realm().classes()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", hero.name());
            one.put("text", hero.text());
            one.put("skills", hero.skills());
            classes.put(hero.id(), one);
        }
        return classes;
    }

    @SuppressWarnings("EnumOrdinal") // the order of rarities is that of the wire
    private static Map<String, Object> items(ContentSet content) {
        Map<String, Object> items = new TreeMap<>();
        for (ItemDef def : content.items().values()) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("name", def.name());
            item.put("kind", lower(def.kind()));
            item.put("rarity", (long) def.rarity().ordinal());
            ItemDef.Slot slot = def.slot();
            if (slot != null) {
                item.put("slot", lower(slot));
            }
            item.put("level", (long) def.level());
            item.put("classes", def.classes());
            item.put("stack", (long) def.stack());
            item.put("attributes", new TreeMap<>(def.attributes()));
            item.put("text", def.text());
            items.put(def.id(), item);
        }
        return items;
    }

    private static Map<String, Object> monsters(ContentSet content) {
        Map<String, Object> monsters = new TreeMap<>();
        for (MonsterDef def : content.monsters().values()) {
            Map<String, Object> monster = new LinkedHashMap<>();
            monster.put("name", def.name());
            monster.put("level", (long) def.level());
            monsters.put(def.id(), monster);
        }
        return monsters;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
