package org.hotrealm.realm.zone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotrealm.content.api.ItemDef;
import org.hotrealm.realm.api.Drop;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Stack;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;

/** What an item is and where each of a player's comes from, as far as clients may know. */
final class Provenance {

    private Provenance() {}

    static Payload of(World world, Player player, String item) throws RefusedException {
        List<Map<String, Object>> stacks = new ArrayList<>();
        player.ledger().told().worn().forEach((slot, stack) -> {
            if (stack.item().equals(item)) {
                stacks.add(stack(stack, slot.name().toLowerCase(Locale.ROOT)));
            }
        });
        for (Stack stack : player.ledger().told().bag()) {
            if (stack.item().equals(item)) {
                stacks.add(stack(stack, "bag"));
            }
        }
        if (stacks.isEmpty()) {
            throw new RefusedException(RefusedException.APPLICATION_ERROR, "you have no '%s'".formatted(item));
        }
        ItemDef def = world.content().items().get(item);
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("item", item);
        out.put("name", def == null ? item : def.name());
        out.put("stacks", stacks);
        return Payload.of(out);
    }

    /** Everything that the players of this name or session have, for operators; of one item only where it is given. */
    static Payload all(World world, String name, String item) {
        List<Map<String, Object>> players = new ArrayList<>();
        for (Player player : world.players()) {
            if (player.name().equals(name) || player.sessionId().equals(name)) {
                players.add(all(player, item));
            }
        }
        return Payload.map("players", players);
    }

    private static Map<String, Object> all(Player player, String item) {
        List<Map<String, Object>> stacks = new ArrayList<>();
        player.worn()
                .forEach((slot, stack) -> stacks.add(stack(stack, slot.name().toLowerCase(Locale.ROOT))));
        player.bag().forEach(stack -> stacks.add(stack(stack, "bag")));
        stacks.removeIf(stack -> !item.isEmpty() && !item.equals(stack.get("item")));
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", player.name());
        out.put("session", player.sessionId());
        out.put("heroClass", player.heroClass());
        out.put("level", (long) player.level());
        out.put("xp", (long) player.xp());
        out.put("gold", player.ledger().now().gold());
        out.put("progress", player.ledger().key().isEmpty() ? "guest" : "stored");
        out.put("stacks", stacks);
        return out;
    }

    private static Map<String, Object> stack(Stack stack, String where) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("id", (long) stack.id());
        out.put("item", stack.item());
        out.put("where", where);
        out.put("quantity", (long) stack.quantity());
        out.put("sources", stack.sources().stream().map(Provenance::source).toList());
        return out;
    }

    private static Map<String, Object> source(Drop.Source source) {
        Drop.Origin origin = source.origin();
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("quantity", (long) source.quantity());
        out.put("table", origin.table());
        out.put("version", origin.version());
        out.put("revision", origin.revision());
        out.put("roll", origin.roll());
        out.put("monster", (long) origin.monster());
        out.put("kind", origin.kind());
        out.put("tick", origin.tick());
        return out;
    }
}
