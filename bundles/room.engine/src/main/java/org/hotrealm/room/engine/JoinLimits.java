package org.hotrealm.room.engine;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.RefusedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many reserved seats, rooms that nobody has joined, and rooms in all one network address may have at a time. Who has too
 * much that waits loses the oldest where that has waited for a while, and is refused otherwise: a flood stays within the limit,
 * and whoever comes after it from the same address is not kept out. What is in use is never taken away. Any thread.
 */
final class JoinLimits {

    private static final Logger LOG = LoggerFactory.getLogger(JoinLimits.class);
    /** What has not waited for so long is still being connected to. */
    private static final long GRACE_NANOS = 2_000_000_000L;

    private static final long LOG_EVERY = 1000;
    /** The code of what is refused here. */
    static final int TOO_MANY = 429;

    /** What is limited. */
    enum Kind {
        /** Reserved seats. */
        SEATS("reserved seats that nobody took", "take one of them, or try again in a few seconds"),
        /** Rooms that wait for their first client. */
        ROOMS("rooms that nobody joined", "join one of them, or try again in a few seconds"),
        /** Rooms made and not ended, joined or not. */
        ROOMS_OPEN("rooms that have not ended", "leave one of them, or join a room that is there");

        private final String what;
        private final String remedy;

        Kind(String what, String remedy) {
            this.what = what;
            this.remedy = remedy;
        }

        boolean givesWay() {
            return this != ROOMS_OPEN;
        }
    }

    /** The most there may be of each kind. */
    record Most(int seats, int rooms, int roomsOpen) {
        int of(Kind kind) {
            return switch (kind) {
                case SEATS -> seats;
                case ROOMS -> rooms;
                case ROOMS_OPEN -> roomsOpen;
            };
        }
    }

    private final Most most;
    private final LongSupplier nanos;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final List<LongAdder> over =
            Stream.generate(LongAdder::new).limit(Kind.values().length).toList();

    JoinLimits(Most most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
    }

    /** Asks for one more seat; an empty address is the server itself and has no limit. */
    void requireSeat(String address) throws RefusedException {
        claim(address, Kind.SEATS, null);
    }

    /** Asks for one more room, before anything is done for it. */
    void requireRoom(String address) throws RefusedException {
        claim(address, Kind.ROOMS_OPEN, null);
        claim(address, Kind.ROOMS, null);
    }

    /** One more room, which nobody has joined; refused, it is not to be. */
    void roomMade(String address, ActiveRoom room) throws RefusedException {
        Claim claim = new Claim(room, "", nanos.getAsLong());
        claim(address, Kind.ROOMS_OPEN, claim);
        try {
            claim(address, Kind.ROOMS, claim);
        } catch (RefusedException e) {
            remove(address, Kind.ROOMS_OPEN, claim.key());
            throw e;
        }
    }

    /** As {@link #roomMade} for a room that is there again after a swap, whatever the limit. */
    void roomBack(String address, ActiveRoom room, boolean awaited) {
        put(address, Kind.ROOMS_OPEN, new Claim(room, "", nanos.getAsLong()));
        if (awaited) {
            put(address, Kind.ROOMS, new Claim(room, "", nanos.getAsLong()));
        }
    }

    void seatReserved(String address, ActiveRoom room, String session) {
        put(address, Kind.SEATS, new Claim(room, session, nanos.getAsLong()));
    }

    /** The seat was taken or is over. */
    void seatTaken(String address, ActiveRoom room, String session) {
        remove(address, Kind.SEATS, room.id() + ":" + session);
    }

    /** Somebody has joined the room, or nobody can any more. */
    void roomJoined(String address, ActiveRoom room) {
        remove(address, Kind.ROOMS, room.id() + ":");
    }

    /** The room is over. */
    void roomEnded(String address, ActiveRoom room) {
        roomJoined(address, room);
        remove(address, Kind.ROOMS_OPEN, room.id() + ":");
    }

    /** How often an address was over this limit. */
    long over(Kind kind) {
        return over.get(kind.ordinal()).sum();
    }

    /** Makes room for one more and notes it, where one is given. */
    private void claim(String address, Kind kind, @Nullable Claim one) throws RefusedException {
        if (address.isEmpty()) {
            return;
        }
        Turn turn = new Turn(most.of(kind), nanos.getAsLong(), one);
        accounts.compute(JoinRequest.site(address), (site, known) -> {
            Account account = known == null ? new Account() : known;
            turn.take(account.of(kind), kind.givesWay());
            return account.orNull();
        });
        if (turn.over) {
            note(address, kind);
        }
        if (turn.refused) {
            throw new RefusedException(
                    TOO_MANY, "your address has %d %s; %s".formatted(most.of(kind), kind.what, kind.remedy));
        }
        Claim oldest = turn.oldest;
        if (oldest != null) {
            oldest.room.loop().post(() -> oldest.giveUp(kind));
        }
    }

    private void note(String address, Kind kind) {
        over.get(kind.ordinal()).increment();
        long times = over(kind);
        if (times == 1 || times % LOG_EVERY == 0) {
            LOG.warn(
                    "Address {} has {} {}, the most it may; seen {} times on this node",
                    address,
                    most.of(kind),
                    kind.what,
                    times);
        }
    }

    private void put(String address, Kind kind, Claim one) {
        if (!address.isEmpty()) {
            accounts.compute(JoinRequest.site(address), (site, known) -> {
                Account account = known == null ? new Account() : known;
                account.of(kind).put(one.key(), one);
                return account;
            });
        }
    }

    private void remove(String address, Kind kind, String key) {
        if (!address.isEmpty()) {
            accounts.computeIfPresent(JoinRequest.site(address), (site, account) -> {
                account.of(kind).remove(key);
                return account.orNull();
            });
        }
    }

    /** A seat, or a room where it has no session. */
    private record Claim(ActiveRoom room, String session, long since) {
        String key() {
            return room.id() + ":" + session;
        }

        /** On its room's thread. */
        void giveUp(Kind kind) {
            if (kind == Kind.SEATS) {
                room.seatTable().giveUp(session);
            } else if (room.seatTable().connected() == 0) {
                room.ending().begin(ActiveRoom.CONSENTED, "nobody joined");
            }
        }
    }

    /** One look at what an address has of a kind, under the map's lock for it. */
    private static final class Turn {
        private final int most;
        private final long now;
        private final @Nullable Claim one;
        private boolean over;
        private boolean refused;
        private @Nullable Claim oldest;

        Turn(int most, long now, @Nullable Claim one) {
            this.most = most;
            this.now = now;
            this.one = one;
        }

        void take(Map<String, Claim> all, boolean givesWay) {
            over = all.size() >= most;
            if (over) {
                Collection<Claim> claims = all.values();
                Claim first = claims.iterator().next();
                refused = !givesWay || now - first.since < GRACE_NANOS;
                if (!refused) {
                    all.remove(first.key());
                    oldest = first;
                }
            }
            if (!refused && one != null) {
                all.put(one.key(), one);
            }
        }
    }

    /** What one address has, oldest first. */
    private static final class Account {
        private final Map<Kind, Map<String, Claim>> all = new EnumMap<>(Kind.class);

        Map<String, Claim> of(Kind kind) {
            return all.computeIfAbsent(kind, none -> new LinkedHashMap<>());
        }

        @Nullable
        Account orNull() {
            return all.values().stream().allMatch(Map::isEmpty) ? null : this;
        }
    }
}
