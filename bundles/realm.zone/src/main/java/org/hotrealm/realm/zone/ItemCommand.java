package org.hotrealm.realm.zone;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.hotrealm.room.api.Matchmaking;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.Rooms;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's command {@code realm:item}: what a player has and where it comes from. */
@Component(
        service = ItemCommand.class,
        property = {
            "osgi.command.scope=realm",
            "osgi.command.function=item",
            "hotrealm.help.item=PLAYER [ITEM]: what the players of this name or session have, and where it comes from"
        })
public final class ItemCommand {

    /** What a room of the realm is asked. */
    static final String CALL = "items";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Rooms rooms;
    private final Matchmaking matchmaking;

    /** Asks the rooms of this node. */
    @Activate
    public ItemCommand(@Reference Rooms rooms, @Reference Matchmaking matchmaking) {
        this.rooms = rooms;
        this.matchmaking = matchmaking;
    }

    /** What the players of a name have, or of one item only: a text, or with {@code --json} the data. */
    public Object item(String... words) {
        List<String> plain =
                Arrays.stream(words).filter(word -> !word.equals("--json")).toList();
        if (plain.isEmpty() || plain.size() > 2) {
            throw new IllegalArgumentException(
                    "usage: realm:item PLAYER [ITEM] [--json]: everything the players of this name (or session) have, with its origin");
        }
        List<Object> players = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (RoomInfo room : rooms.list()) {
            if (room.type().equals("realm")) {
                ask(room.id(), plain.getFirst(), plain.size() == 2 ? plain.getLast() : "", players, out);
            }
        }
        if (plain.size() < words.length) {
            return players;
        }
        players.forEach(each -> print((Map<?, ?>) each, out));
        if (out.isEmpty()) {
            throw new IllegalArgumentException("nobody here is called '%s'".formatted(plain.getFirst()));
        }
        return out.toString().stripTrailing();
    }

    private void ask(String room, String player, String item, List<Object> players, StringBuilder out) {
        try {
            Payload answer = matchmaking
                    .call(room, CALL, Payload.map("player", player, "item", item), PATIENCE)
                    .toCompletableFuture()
                    .join();
            players.addAll(list(answer.field("players")));
        } catch (CompletionException e) {
            out.append("room %s does not answer: %s%n".formatted(room, e.getCause()));
        }
    }

    private static void print(Map<?, ?> player, StringBuilder out) {
        out.append("%s (%s, %s) level %s, %s experience, %s gold, progress %s%n"
                .formatted(
                        player.get("name"),
                        player.get("session"),
                        player.get("heroClass"),
                        player.get("level"),
                        player.get("xp"),
                        player.get("gold"),
                        player.get("progress")));
        for (Object stack : list(player.get("stacks"))) {
            Map<?, ?> each = (Map<?, ?>) stack;
            out.append("  #%s %s x %s (%s)%n"
                    .formatted(each.get("id"), each.get("quantity"), each.get("item"), each.get("where")));
            for (Object source : list(each.get("sources"))) {
                Map<?, ?> from = (Map<?, ?>) source;
                out.append("      %s from table %s, loot %s, content %s, roll %s, %s %s in tick %s%n"
                        .formatted(
                                from.get("quantity"),
                                from.get("table"),
                                from.get("version"),
                                from.get("revision"),
                                from.get("roll"),
                                from.get("kind"),
                                from.get("monster"),
                                from.get("tick")));
            }
        }
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
