package org.hotrealm.content.files;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.ZoneMap;

/** Checks across files and what no schema can say: every name exists, bounds are in order, no table holds itself. */
final class References {

    /** Types of effects that are gone before anybody has them unless they say for how long. */
    private static final List<String> LASTING =
            List.of("damage-over-time", "heal-over-time", "shield", "buff", "debuff", "stun", "root", "slow");

    private static final List<String> CHANGING = List.of("buff", "debuff");
    private static final List<String> AMOUNTING = List.of(
            "damage", "heal", "damage-over-time", "heal-over-time", "shield", "buff", "debuff", "slow", "knockback");

    private final Map<String, Json> roots;
    private final Problems problems;

    /** The roots by file name. */
    References(Map<String, Json> roots, Problems problems) {
        this.roots = roots;
        this.problems = problems;
    }

    void realm(Json realm, Collection<String> zones, Collection<String> skills) {
        known("zone", realm.get("zone"), zones);
        for (Json hero : realm.get("classes").fields((id, at) -> at).values()) {
            hero.get("skills").items().forEach(skill -> known("skill", skill, skills));
        }
    }

    void monsters(Json monsters, Collection<String> skills, Collection<String> tables) {
        for (Json monster : monsters.fields((id, at) -> at).values()) {
            monster.get("skills").items().forEach(skill -> known("skill", skill, skills));
            monster.get("skills").items().forEach(skill -> affordable(monster, skill));
            if (!monster.text("loot", "").isEmpty()) {
                known("loot table", monster.get("loot"), tables);
            }
            ordered(monster.get("patrol"), "pauseLeast", "pauseMost");
        }
    }

    /** A skill that costs more than all its mana a monster would never use, and nobody would be told. */
    private void affordable(Json monster, Json skill) {
        Json file = roots.get("skills.json");
        String id = skill.node().stringValue("");
        int cost = file == null ? 0 : file.get("skills").get(id).integer("cost", 0);
        double mana = monster.get("attributes").number("mana", 0);
        if (cost > mana) {
            problems.at(
                    skill,
                    "'%s' costs %d mana, and this monster has %.0f: give it the attribute 'mana', or a skill that costs less"
                            .formatted(id, cost, mana));
        }
    }

    /** What a kind falls apart into exists and, part by part, comes to an end. */
    void splits(Json monsters, Map<String, MonsterDef> read) {
        monsters.fields((id, at) -> at).forEach((id, monster) -> {
            if (monster.get("split").missing()) {
                return;
            }
            known("monster", monster.get("split").get("into"), read.keySet());
            MonsterDef part = read.get(monster.get("split").text("into", ""));
            for (int depth = 0; part != null && depth <= read.size(); depth++) {
                if (part.id().equals(id)) {
                    problems.at(monster.get("split"), "'%s' would fall apart into itself for ever".formatted(id));
                    return;
                }
                part = read.get(part.split().into());
            }
        });
    }

    void skills(Json skills) {
        for (Json skill : skills.fields((id, at) -> at).values()) {
            skill.get("effects").items().forEach(this::effect);
            reach(skill);
        }
    }

    private void effect(Json effect) {
        String type = effect.text("type", "");
        if (LASTING.contains(type) && effect.integer("durationMillis", 0) <= 0) {
            problems.at(effect, "an effect of type '%s' needs durationMillis above 0".formatted(type));
        }
        if (AMOUNTING.contains(type) && effect.get("amount").missing()) {
            problems.at(effect, "an effect of type '%s' needs an amount".formatted(type));
        }
        if (CHANGING.contains(type) && effect.text("attribute", "").isEmpty()) {
            problems.at(effect, "an effect of type '%s' needs the attribute that it changes".formatted(type));
        }
    }

    private void reach(Json skill) {
        String target = skill.text("target", "");
        if (target.equals("single") && skill.number("range", 0) <= 0) {
            problems.at(skill, "a skill aimed at one other needs a range above 0");
        }
        if (List.of("circle", "cone", "line").contains(target) && skill.number("radius", 0) <= 0) {
            problems.at(skill, "a skill with target '%s' needs a radius above 0".formatted(target));
        }
        if (target.equals("cone") && skill.number("angle", 0) <= 0) {
            problems.at(skill, "a skill with target 'cone' needs an angle above 0");
        }
    }

    void tables(Json tables, Map<String, LootTable> read, Collection<String> items) {
        for (Map.Entry<String, Json> table : tables.fields((id, at) -> at).entrySet()) {
            table.getValue().get("guaranteed").items().forEach(entry -> entry(entry, items, read.keySet()));
            for (Json group : table.getValue().get("groups").items()) {
                group.get("entries").items().forEach(entry -> entry(entry, items, read.keySet()));
                if (group.get("entries").items().stream().allMatch(e -> e.number("weight", 1) <= 0)) {
                    problems.at(group, "no entry of this group has a weight above 0, so none can be chosen");
                }
            }
            cycle(table.getKey(), table.getValue(), read);
        }
    }

    private void entry(Json entry, Collection<String> items, Collection<String> tables) {
        if (entry.get("item").missing()) {
            known("loot table", entry.get("table"), tables);
        } else {
            known("item", entry.get("item"), items);
        }
        ordered(entry, "least", "most");
    }

    private void cycle(String id, Json at, Map<String, LootTable> tables) {
        Deque<String> way = new ArrayDeque<>();
        if (leadsBack(id, id, tables, way)) {
            problems.at(at, "table '%s' holds itself: %s → %s".formatted(id, id, String.join(" → ", way)));
        }
    }

    private static boolean leadsBack(String goal, String from, Map<String, LootTable> tables, Deque<String> way) {
        LootTable table = tables.get(from);
        for (String next : table == null ? List.<String>of() : nested(table)) {
            if (way.contains(next)) {
                continue;
            }
            way.addLast(next);
            if (next.equals(goal) || leadsBack(goal, next, tables, way)) {
                return true;
            }
            way.removeLast();
        }
        return false;
    }

    private static List<String> nested(LootTable table) {
        return java.util.stream.Stream.concat(
                        table.guaranteed().stream(), table.groups().stream().flatMap(g -> g.entries().stream()))
                .map(LootTable.Entry::table)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    void zone(ZoneMap zone, Json map, Map<String, MonsterDef> monsters) {
        for (Json layer : objectLayers(map)) {
            for (Json object : layer.get("objects").items()) {
                if (layer.text("name", "").equals("spawns")
                        && object.property("monster").node().isString()) {
                    known("monster", object.property("monster"), monsters.keySet());
                }
                if (layer.text("name", "").equals("spawns")
                        && !object.property("path").missing()) {
                    known("path", object.property("path"), zone.paths().keySet());
                }
            }
        }
        ground(zone, map);
    }

    private void ground(ZoneMap zone, Json map) {
        if (zone.blocked(zone.start().x(), zone.start().y(), 0.3)) {
            problems.at(map, "the point 'start' at %s lies on a blocked tile".formatted(zone.start()));
        }
        for (ZoneMap.Spawn spawn : zone.spawns()) {
            if (!walkable(zone, spawn.area())) {
                problems.at(map, "spawn '%s' has no free tile in its area %s".formatted(spawn.id(), spawn.area()));
            }
        }
        zone.paths()
                .forEach((name, points) -> points.stream()
                        .filter(point -> zone.blocked((int) Math.floor(point.x()), (int) Math.floor(point.y())))
                        .forEach(point ->
                                problems.at(map, "path '%s': %s lies on a blocked tile".formatted(name, point))));
    }

    private static boolean walkable(ZoneMap zone, ZoneMap.Area area) {
        for (int y = (int) Math.floor(area.y()); y < area.y() + area.height(); y++) {
            for (int x = (int) Math.floor(area.x()); x < area.x() + area.width(); x++) {
                if (!zone.blocked(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Json> objectLayers(Json map) {
        return map.get("layers").items().stream()
                .flatMap(layer -> layer.text("type", "").equals("group")
                        ? objectLayers(layer).stream()
                        : java.util.stream.Stream.of(layer))
                .filter(layer -> layer.text("type", "").equals("objectgroup"))
                .toList();
    }

    private void ordered(Json at, String least, String most) {
        if (!at.get(least).missing() && !at.get(most).missing() && at.number(least, 0) > at.number(most, 0)) {
            problems.at(
                    at.get(most),
                    "%s is %s and must not be below %s, which is %s"
                            .formatted(
                                    most,
                                    at.get(most).node(),
                                    least,
                                    at.get(least).node()));
        }
    }

    /** Says so where a file other than this one is broken, so that its names are not known. */
    private void known(String what, Json at, Collection<String> names) {
        String name = at.node().stringValue("");
        if (!names.contains(name) && complete(what)) {
            problems.at(at, "there is no %s '%s': %s".formatted(what, name, NearMiss.suggest(name, names)));
        }
    }

    /** Names of a file that could not be read are not held against other files. */
    private boolean complete(String what) {
        return switch (what) {
            case "skill" -> roots.containsKey("skills.json");
            case "monster" -> roots.containsKey("monsters.json");
            case "item" -> roots.containsKey("items.json");
            case "loot table" -> roots.containsKey("loot.json");
            default -> true;
        };
    }
}
