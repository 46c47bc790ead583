package org.hotrealm.realm.zone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.hotrealm.content.api.RealmDef;
import org.hotrealm.progress.api.HeldElsewhereException;
import org.hotrealm.progress.api.Opened;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.progress.api.StoreUnavailableException;
import org.hotrealm.realm.api.Ledger;
import org.hotrealm.realm.api.Player;
import org.hotrealm.realm.api.Progress;
import org.hotrealm.realm.api.World;
import org.hotrealm.room.api.InvalidPayload;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Room;
import org.hotrealm.room.api.Seat;
import org.hotrealm.room.api.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * Has what players earn stored, and told once it is. The tick only leaves word with the store and looks what it has; who
 * plays without a token, or where there is no store, is a guest.
 */
final class Keeping {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{22,64}");
    private static final int LATE_MILLIS = 2_000;
    private static final int PLAYED_ELSEWHERE = 4_000;

    private Keeping() {}

    /** Fetches the visitor's character. On a virtual thread, before it takes its seat. */
    static Payload admit(@Nullable ProgressStore store, Visitor visitor, RealmDef realm) throws RefusedException {
        Payload options = visitor.options();
        if (!options.has("token")) {
            return Payload.NONE;
        }
        String token = options.field("token") instanceof String text ? text : "";
        if (!TOKEN.matcher(token).matches()) {
            throw refused("'token' has 22 to 64 characters of A-Z, a-z, 0-9, _ and -; make one from 128 random bits");
        }
        if (store == null) {
            return Payload.map("guest", "nothing is stored on this server");
        }
        try {
            String heroClass = options.has("heroClass") ? Names.heroClass(options, realm) : "";
            String first = realm.classes().getFirst().id();
            Opened opened = store.open(hash(token), heroClass, first, visitor.sessionId());
            return Payload.map("key", opened.key(), "heroClass", opened.heroClass());
        } catch (HeldElsewhereException | InvalidPayload e) {
            throw refused(String.valueOf(e.getMessage()));
        } catch (StoreUnavailableException e) {
            return Payload.map("guest", "what you earn cannot be stored just now");
        }
    }

    private static RefusedException refused(String text) {
        return new RefusedException(RefusedException.APPLICATION_ERROR, text);
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    /** What was fetched for a seat; null for a guest. */
    static @Nullable Opened enter(@Nullable ProgressStore store, Seat seat) throws RefusedException {
        if (!seat.auth().has("key")) {
            return null;
        }
        Opened opened = store == null ? null : store.enter(seat.sessionId());
        if (opened == null) {
            throw refused("what stores your progress was replaced this very moment: join again");
        }
        return opened;
    }

    /** Gives a new player what it has earned before. */
    static void resume(Player player, Opened opened) {
        Progress progress = opened.progress();
        if (progress != null) {
            player.ledger().resume(progress);
        }
        player.ledger().key(opened.key());
    }

    /** Once a tick: what is stored may be told, what is not is handed over. */
    static void run(Room room, World world, @Nullable ProgressStore store) {
        List<Player> players = world.players();
        for (int i = 0; i < players.size(); i++) {
            Player player = players.get(i);
            if (!player.ledger().key().isEmpty()) {
                if (store != null) {
                    keep(room, store, player);
                }
                tellIfLate(room, world, player);
            }
        }
    }

    private static void keep(Room room, ProgressStore store, Player player) {
        Ledger ledger = player.ledger();
        long durable = store.durable(player.sessionId());
        @Nullable Seat seat = room.seat(player.sessionId());
        if (durable == ProgressStore.LOST) {
            sendAway(seat);
            return;
        }
        ledger.stored(durable);
        if (durable == ProgressStore.UNKNOWN || ledger.now().revision() > ledger.asked()) {
            handOver(store, player);
        }
        if (!player.connected() && seat != null && store.wanted(player.sessionId())) {
            seat.release();
        }
    }

    private static void sendAway(@Nullable Seat seat) {
        if (seat != null && seat.connected()) {
            seat.close(PLAYED_ELSEWHERE, "your character is played in another place");
        } else if (seat != null) {
            seat.release();
        }
    }

    private static void handOver(ProgressStore store, Player player) {
        Progress now = player.ledger().now();
        if (store.save(player.ledger().key(), player.sessionId(), now)) {
            player.ledger().asked(now);
            store.away(player.sessionId(), !player.connected());
        }
    }

    /** Tells a player whose news are long in coming, and again when all is well. */
    private static void tellIfLate(Room room, World world, Player player) {
        Ledger ledger = player.ledger();
        long since = ledger.untoldSince();
        boolean late = since > 0 && world.tick().number() - since > world.tick().ticks(LATE_MILLIS);
        if (late != ledger.late()) {
            ledger.late(late);
            @Nullable Seat seat = room.seat(player.sessionId());
            if (seat != null && seat.connected()) {
                seat.send("progress", Payload.map("stored", !late));
            }
        }
    }

    static void away(@Nullable ProgressStore store, Player player, boolean away) {
        if (store != null && !player.ledger().key().isEmpty()) {
            store.away(player.sessionId(), away);
        }
    }

    /** The last word: it is stored before anybody else gets the character. */
    static void leave(@Nullable ProgressStore store, Player player) {
        if (store == null || player.ledger().key().isEmpty()) {
            return;
        }
        if (player.ledger().now().revision() > player.ledger().asked()) {
            handOver(store, player);
        }
        store.close(player.sessionId());
    }
}
