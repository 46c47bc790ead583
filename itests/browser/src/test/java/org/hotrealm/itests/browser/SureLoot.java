package org.hotrealm.itests.browser;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Goblins that always drop what the stories are about and fight alone, and warriors who live to pick it up, so that nobody
 * waits for luck.
 */
final class SureLoot {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> SURE = List.of(
            "rusty_dagger", "goblin_cleaver", "leather_vest", "minor_healing_potion", "grave_dust", "frost_brand");

    private static final int HIT_POINTS = 300;

    private SureLoot() {}

    /** Edits the content of a server's folder. */
    static void write(Path home) {
        Path file = home.resolve("config/content/loot.json");
        JsonNode loot = JSON.readTree(file.toFile());
        if (!(loot.at("/tables/goblin/guaranteed") instanceof ArrayNode guaranteed)) {
            throw new IllegalStateException(file + " has no list /tables/goblin/guaranteed; the stories need one");
        }
        SURE.forEach(item -> guaranteed.addObject().put("item", item));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), loot);
        set(home.resolve("config/content/realm.json"), "/classes/warrior", "hp", HIT_POINTS);
        // Goblins that come to each other's help kill whoever fights at the pace of a busy machine.
        set(home.resolve("config/content/monsters.json"), "/monsters/goblin", "assist", 0);
    }

    private static void set(Path file, String where, String what, int value) {
        JsonNode content = JSON.readTree(file.toFile());
        if (!(content.at(where) instanceof ObjectNode object)) {
            throw new IllegalStateException("%s has no %s; the stories need it".formatted(file, where));
        }
        object.put(what, value);
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), content);
    }
}
