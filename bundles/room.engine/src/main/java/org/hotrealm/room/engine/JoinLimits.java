package org.hotrealm.room.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many reserved seats, and rooms that nobody has joined, one network address may have at a time. Who is over a limit
 * loses its oldest where that has waited for a while, and is refused otherwise: a flood stays within the limit, and whoever
 * comes after it from the same address is not kept out. Any thread.
 */
final class JoinLimits {

    private static final Logger LOG = LoggerFactory.getLogger(JoinLimits.class);
    /** What has not waited for so long is still being connected to. */
    private static final long GRACE_NANOS = 2_000_000_000L;

    private static final long LOG_EVERY = 1000;
    /** The code of what is refused here. */
    static final int TOO_MANY = 429;

    private final int mostSeats;
    private final int mostRooms;
    private final LongSupplier nanos;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final LongAdder overSeats = new LongAdder();
    private final LongAdder overRooms = new LongAdder();

    JoinLimits(int mostSeats, int mostRooms, LongSupplier nanos) {
        this.mostSeats = mostSeats;
        this.mostRooms = mostRooms;
        this.nanos = nanos;
    }

    /** Asks for one more seat; an empty address is the server itself and has no limit. */
    void requireSeat(String address) throws RefusedException {
        Pending oldest = over(address, Account::seats, mostSeats, overSeats, "reserved seats that nobody took");
        if (oldest != null) {
            oldest.room.loop().post(() -> oldest.room.seatTable().giveUp(oldest.session));
        }
    }

    /** Asks for one more room. */
    void requireRoom(String address) throws RefusedException {
        Pending oldest = over(address, Account::rooms, mostRooms, overRooms, "rooms that nobody joined");
        if (oldest != null) {
            oldest.room.loop().post(() -> {
                if (oldest.room.seatTable().connected() == 0) {
                    oldest.room.ending().begin(ActiveRoom.CONSENTED, "nobody joined");
                }
            });
        }
    }

    private @Nullable Pending over(String address, Kind kind, int most, LongAdder counter, String what)
            throws RefusedException {
        Account account = accounts.get(address);
        if (account == null || address.isEmpty()) {
            return null;
        }
        Pending oldest;
        synchronized (account) {
            Map<String, Pending> pending = kind.of(account);
            if (pending.size() < most) {
                return null;
            }
            oldest = pending.values().iterator().next();
            if (nanos.getAsLong() - oldest.since >= GRACE_NANOS) {
                pending.remove(oldest.key());
            } else {
                oldest = null;
            }
        }
        note(address, counter, most, what);
        if (oldest == null) {
            throw new RefusedException(
                    TOO_MANY,
                    "your address has %d %s; take one of them, or try again in a few seconds".formatted(most, what));
        }
        return oldest;
    }

    private static void note(String address, LongAdder counter, int most, String what) {
        counter.increment();
        long times = counter.sum();
        if (times == 1 || times % LOG_EVERY == 0) {
            LOG.warn("Address {} has {} {}, the most it may; seen {} times on this node", address, most, what, times);
        }
    }

    void seatReserved(String address, ActiveRoom room, String session) {
        put(address, Account::seats, new Pending(room, session, nanos.getAsLong()));
    }

    void roomMade(String address, ActiveRoom room) {
        put(address, Account::rooms, new Pending(room, "", nanos.getAsLong()));
    }

    private void put(String address, Kind kind, Pending pending) {
        if (address.isEmpty()) {
            return;
        }
        accounts.compute(address, (key, known) -> {
            Account account = known == null ? new Account() : known;
            synchronized (account) {
                kind.of(account).put(pending.key(), pending);
            }
            return account;
        });
    }

    /** The seat was taken or is over; a taken seat makes its room one that somebody joined. */
    void seatTaken(String address, ActiveRoom room, String session) {
        remove(address, Account::seats, room.id() + ":" + session);
    }

    /** Somebody has joined the room, or it has ended. */
    void roomJoined(String address, ActiveRoom room) {
        remove(address, Account::rooms, room.id() + ":");
    }

    private void remove(String address, Kind kind, String key) {
        if (address.isEmpty()) {
            return;
        }
        accounts.computeIfPresent(address, (name, account) -> {
            synchronized (account) {
                kind.of(account).remove(key);
                return account.seats.isEmpty() && account.rooms.isEmpty() ? null : account;
            }
        });
    }

    /** How often an address was over its seats. */
    long overSeats() {
        return overSeats.sum();
    }

    /** How often an address was over its rooms. */
    long overRooms() {
        return overRooms.sum();
    }

    private record Pending(ActiveRoom room, String session, long since) {
        String key() {
            return room.id() + ":" + session;
        }
    }

    /** What one address has, oldest first. Guarded by its monitor. */
    private static final class Account {
        private final Map<String, Pending> seats = new LinkedHashMap<>();
        private final Map<String, Pending> rooms = new LinkedHashMap<>();

        Map<String, Pending> seats() {
            return seats;
        }

        Map<String, Pending> rooms() {
            return rooms;
        }
    }

    private interface Kind {
        Map<String, Pending> of(Account account);
    }
}
