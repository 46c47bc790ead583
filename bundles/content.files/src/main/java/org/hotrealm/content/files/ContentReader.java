package org.hotrealm.content.files;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.content.api.LootTable;
import org.hotrealm.content.api.MonsterDef;
import org.hotrealm.content.api.SkillDef;
import org.hotrealm.content.api.ZoneMap;
import org.jspecify.annotations.Nullable;

/** Reads the files of one moment into a content set, or says what is wrong with them. */
final class ContentReader {

    private static final List<String> SINGLE = List.of("realm", "monsters", "skills", "loot", "items");

    private final Schemas schemas = new Schemas();

    /**
     * What reading came to.
     *
     * @param content the set, or null where there are problems
     * @param problems what is wrong; empty where there is a set
     */
    record Result(@Nullable ContentSet content, List<ContentProblem> problems) {}

    Result read(Map<String, byte[]> files, long revision) {
        Problems problems = new Problems();
        Map<String, Json> roots = new HashMap<>();
        SINGLE.forEach(name -> parse(name + ".json", name, files, problems).ifPresent(r -> roots.put(r.file(), r)));
        Map<String, Json> maps = new TreeMap<>();
        for (String file : files.keySet()) {
            if (file.startsWith("zones/")) {
                parse(file, "zone", files, problems).ifPresent(map -> maps.put(zoneName(file), map));
            }
        }
        return build(roots, maps, revision, problems);
    }

    private Optional<Json> parse(String file, String schema, Map<String, byte[]> files, Problems problems) {
        byte[] bytes = files.get(file);
        if (bytes == null) {
            problems.add(file, 0, "", "the file is missing");
            return Optional.empty();
        }
        return schemas.read(file, schema, bytes, problems);
    }

    private static Result build(Map<String, Json> roots, Map<String, Json> maps, long revision, Problems problems) {
        Map<String, SkillDef> skills = at(roots, "skills").fields(Definitions::skill);
        Map<String, ItemDef> items = at(roots, "items").fields(Definitions::item);
        Map<String, LootTable> tables = at(roots, "tables", "loot.json").fields(LootDefinitions::table);
        Map<String, MonsterDef> monsters = at(roots, "monsters").fields(Definitions::monster);
        Map<String, ZoneMap> zones = new HashMap<>();
        maps.forEach((name, map) -> zones.put(name, Zones.read(name, map, problems)));

        References references = new References(roots, problems);
        Json realm = roots.get("realm.json");
        if (realm != null) {
            references.realm(realm, maps.keySet(), skills.keySet());
        }
        references.skills(at(roots, "skills"));
        formulas(roots, problems);
        references.monsters(at(roots, "monsters"), skills.keySet(), tables.keySet());
        references.splits(at(roots, "monsters"), monsters);
        references.tables(at(roots, "tables", "loot.json"), tables, items.keySet());
        progress(roots, items, tables, problems);
        maps.forEach((name, map) -> references.zone(Objects.requireNonNull(zones.get(name)), map, monsters));
        if (realm == null || !problems.isEmpty()) {
            return new Result(null, problems.list());
        }
        return new Result(
                new ContentSet(revision, Definitions.realm(realm), monsters, skills, tables, items, zones), List.of());
    }

    private static void formulas(Map<String, Json> roots, Problems problems) {
        boolean complete = roots.keySet().containsAll(List.of("realm.json", "monsters.json", "items.json"));
        Formulas formulas = new Formulas(problems, complete);
        formulas.attributesOf(at(roots, "classes", "realm.json"));
        formulas.attributesOf(at(roots, "monsters"));
        formulas.attributesOf(at(roots, "items"));
        formulas.check(at(roots, "skills"));
    }

    private static void progress(
            Map<String, Json> roots, Map<String, ItemDef> items, Map<String, LootTable> tables, Problems problems) {
        ProgressReferences references = new ProgressReferences(problems, roots.keySet());
        Json realm = roots.getOrDefault("realm.json", Json.nothing("realm.json"));
        Set<String> classes = realm.get("classes").fields((id, at) -> id).keySet();
        references.levels(realm.get("progress").get("levels"));
        references.items(at(roots, "items"), items, classes);
        references.tables(at(roots, "tables", "loot.json"), tables, items, classes);
    }

    private static Json at(Map<String, Json> roots, String name) {
        return at(roots, name, name + ".json");
    }

    private static Json at(Map<String, Json> roots, String name, String file) {
        Json root = roots.get(file);
        return root == null ? Json.nothing(file) : root.get(name);
    }

    static String zoneName(String file) {
        return file.substring("zones/".length(), file.length() - ".json".length());
    }
}
