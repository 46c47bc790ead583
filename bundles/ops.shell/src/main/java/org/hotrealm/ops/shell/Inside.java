package org.hotrealm.ops.shell;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.hotrealm.net.api.Listening;
import org.hotrealm.ops.api.LogLine;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RoomInfo;
import org.hotrealm.room.api.SeatInfo;

/** The commands that look into rooms and into the log. */
final class Inside {

    private static final Set<String> NONE = Set.of();
    /** The client does not come back by itself. */
    private static final int KICKED = 4000;

    private static final int SHORTEST_LOOK = 20;

    private final Parts parts;

    Inside(Parts parts) {
        this.parts = parts;
    }

    Answer clients(List<String> arguments) {
        Words words = Words.of(arguments, NONE, NONE);
        List<String> rooms = words.plain().isEmpty() ? roomIds() : List.of(words.only("room"));
        Table table = new Table("room", "session", "address", "state");
        seats(rooms)
                .forEach(seat -> table.row(
                        seat.room(),
                        seat.session(),
                        seat.address(),
                        seat.state().name()));
        Listening listening = parts.listening;
        int open = listening == null ? 0 : listening.connections();
        return new Answer(
                true,
                "%d connections open%n%s".formatted(open, table.text()),
                Map.of("connections", open, "clients", table.rows()));
    }

    Answer kick(List<String> arguments) {
        Words words = Words.of(arguments, NONE, NONE);
        if (words.plain().isEmpty()) {
            throw new Words.NotUnderstood(
                    "name the session of a client, and if wanted the reason; realm:clients lists them");
        }
        String session = words.plain().getFirst();
        String reason = words.plain().size() == 1
                ? "taken out by an operator"
                : String.join(" ", words.plain().subList(1, words.plain().size()));
        for (SeatInfo seat : seats(roomIds())) {
            if (seat.session().equals(session)
                    && Waiting.await(parts.rooms().kick(seat.room(), session, KICKED, reason), Waiting.SOON)) {
                String done = "%s is out of room %s".formatted(session, seat.room());
                return new Answer(true, done, Map.of("session", session, "room", seat.room(), "reason", reason));
            }
        }
        return Answer.no("no client here has the session '%s'; realm:clients lists them".formatted(session));
    }

    /** Asks rooms why something in them is as it is; what can be asked is the room type's. */
    Answer explain(List<String> arguments) {
        Words words = Words.of(arguments, Set.of("--room"), NONE);
        String what = words.plain().isEmpty() ? "" : words.only("thing to explain");
        List<String> rooms = words.option("--room").map(List::of).orElseGet(this::roomIds);
        Map<String, Object> found = new LinkedHashMap<>();
        List<String> refusals = new ArrayList<>();
        for (String room : rooms) {
            try {
                Payload answer = Waiting.await(
                        parts.matchmaking().call(room, "explain", Payload.map("what", what), Waiting.SOON),
                        Waiting.SOON);
                found.put(room, String.valueOf(answer.value()).equals("null") ? "" : Outline.plain(answer.value()));
            } catch (CompletionException e) {
                Throwable cause = e.getCause() == null ? e : e.getCause();
                refusals.add("%s: %s".formatted(room, cause.getMessage()));
            }
        }
        if (found.isEmpty()) {
            return Answer.no(refusals.isEmpty() ? "no room runs here" : String.join("\n", refusals));
        }
        return new Answer(true, Outline.text(found), found);
    }

    /** The last lines, or a level that is changed: none, a number, {@code LOGGER} or {@code LOGGER LEVEL}. */
    Answer log(List<String> arguments) {
        List<String> words = Words.of(arguments, NONE, NONE).plain();
        if (words.isEmpty() || (words.size() == 1 && words.getFirst().matches("\\d+"))) {
            return lines(words.isEmpty() ? SHORTEST_LOOK : Looks.number(words.getFirst()));
        }
        if (words.size() > 2) {
            throw new Words.NotUnderstood("write realm:log, realm:log 100, realm:log LOGGER or realm:log LOGGER LEVEL");
        }
        String logger = words.getFirst();
        if (words.size() == 2) {
            try {
                parts.logs().level(logger, words.getLast());
            } catch (IllegalArgumentException e) {
                throw new Words.NotUnderstood(String.valueOf(e.getMessage()));
            }
        }
        String level = parts.logs().level(logger);
        Table table = new Table("logger", "level");
        parts.logs().levels().forEach(table::row);
        String text = "%s writes from %s on; levels of their own have%n%s".formatted(logger, level, table.text());
        return new Answer(
                true,
                text,
                Map.of("logger", logger, "level", level, "levels", parts.logs().levels()));
    }

    private Answer lines(int most) {
        List<LogLine> lines = parts.logs().after(0, most);
        StringBuilder text = new StringBuilder();
        for (LogLine line : lines) {
            String context = line.context().isEmpty() ? "" : line.context() + " ";
            text.append("%s %-5s %s %s%s%n"
                    .formatted(Instant.ofEpochMilli(line.at()), line.level(), line.logger(), context, line.message()));
        }
        return new Answer(true, text.toString().stripTrailing(), lines);
    }

    private List<String> roomIds() {
        return parts.rooms().list().stream().map(RoomInfo::id).toList();
    }

    private List<SeatInfo> seats(List<String> rooms) {
        return rooms.stream()
                .map(room -> parts.rooms().seats(room).toCompletableFuture().exceptionally(hangs -> List.of()))
                .map(seats -> Waiting.await(seats, Waiting.SOON))
                .flatMap(List::stream)
                .toList();
    }
}
