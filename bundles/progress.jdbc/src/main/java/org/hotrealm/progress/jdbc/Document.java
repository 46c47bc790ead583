package org.hotrealm.progress.jdbc;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.Stack;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A character as JSON, format 1: {@code {format, revision, name, heroClass, level, xp, gold, lastStack, bag: [stack], worn:
 * {slot: stack}, luck: {…}, kills: {…}}}, a stack being {@code [id, item, quantity, [source]]} and a source
 * {@code [quantity, table, version, revision, roll, monster, kind, tick]}.
 */
final class Document {

    private static final int FORMAT = 1;

    private final JsonMapper mapper = JsonMapper.builder().build();

    String write(Progress progress) {
        ObjectNode root = mapper.createObjectNode();
        root.put("format", FORMAT).put("revision", progress.revision());
        root.put("name", progress.name()).put("heroClass", progress.heroClass());
        root.put("level", progress.level()).put("xp", progress.xp()).put("gold", progress.gold());
        root.put("lastStack", progress.lastStack());
        ArrayNode bag = root.putArray("bag");
        progress.bag().forEach(stack -> stack(bag.addArray(), stack));
        ObjectNode worn = root.putObject("worn");
        new TreeMap<>(progress.worn()).forEach((slot, stack) -> stack(worn.putArray(name(slot)), stack));
        counts(root.putObject("luck"), progress.luck());
        counts(root.putObject("kills"), progress.kills());
        return mapper.writeValueAsString(root);
    }

    private static String name(ItemDef.Slot slot) {
        return slot.name().toLowerCase(Locale.ROOT);
    }

    private static void stack(ArrayNode out, Stack stack) {
        out.add(stack.id()).add(stack.item()).add(stack.quantity());
        ArrayNode sources = out.addArray();
        for (Drop.Source source : stack.sources()) {
            Drop.Origin origin = source.origin();
            sources.addArray()
                    .add(source.quantity())
                    .add(origin.table())
                    .add(origin.version())
                    .add(origin.revision())
                    .add(origin.roll())
                    .add(origin.monster())
                    .add(origin.kind())
                    .add(origin.tick());
        }
    }

    private static void counts(ObjectNode out, Map<String, Integer> counts) {
        new TreeMap<>(counts).forEach(out::put);
    }

    /** Throws IllegalArgumentException for what it cannot read. */
    Progress read(String json) {
        try {
            return read(mapper.readTree(json));
        } catch (JacksonException | IllegalStateException | NullPointerException e) {
            throw new IllegalArgumentException("the stored document cannot be read: " + e.getMessage(), e);
        }
    }

    private static Progress read(JsonNode root) {
        int format = root.path("format").asInt(0);
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "the stored document has format %d, this version reads %d: install the newer progress.jdbc"
                            .formatted(format, FORMAT));
        }
        List<Stack> bag = new ArrayList<>();
        root.path("bag").forEach(each -> bag.add(stack(each)));
        Map<ItemDef.Slot, Stack> worn = new EnumMap<>(ItemDef.Slot.class);
        JsonNode slots = root.path("worn");
        for (ItemDef.Slot slot : ItemDef.Slot.values()) {
            if (slots.has(name(slot))) {
                worn.put(slot, stack(slots.get(name(slot))));
            }
        }
        return new Progress(
                root.path("revision").asLong(),
                root.path("name").asString(),
                root.path("heroClass").asString(),
                root.path("level").asInt(),
                root.path("xp").asInt(),
                root.path("gold").asLong(),
                bag,
                worn,
                counts(root.path("luck")),
                counts(root.path("kills")),
                root.path("lastStack").asInt());
    }

    private static Stack stack(JsonNode at) {
        List<Drop.Source> sources = new ArrayList<>();
        for (JsonNode each : at.path(3)) {
            sources.add(new Drop.Source(
                    new Drop.Origin(
                            each.path(1).asString(),
                            each.path(2).asString(),
                            each.path(3).asLong(),
                            each.path(4).asDouble(),
                            each.path(5).asInt(),
                            each.path(6).asString(),
                            each.path(7).asLong()),
                    each.path(0).asInt()));
        }
        return new Stack(at.path(0).asInt(), at.path(1).asString(), at.path(2).asInt(), sources);
    }

    private static Map<String, Integer> counts(JsonNode at) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String name : at.propertyNames()) {
            counts.put(name, at.get(name).asInt());
        }
        return counts;
    }
}
