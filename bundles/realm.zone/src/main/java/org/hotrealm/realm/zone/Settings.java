package org.hotrealm.realm.zone;

import java.time.Duration;
import java.util.List;
import org.hotrealm.room.api.RoomSettings;

/**
 * What the configuration came to.
 *
 * @param room rates and limits of new rooms
 * @param hold how long a lost client's seat is kept
 * @param emptyMillis how long a realm without players lives on; 0 for ever
 * @param operators which players may ask monsters for their reasons
 * @param systems the systems that realms pin
 */
record Settings(RoomSettings room, Duration hold, long emptyMillis, Operators operators, List<String> systems) {

    private static final int TICK_MILLIS = 50;
    private static final int INBOX = 16_384;
    private static final int SHORTEST_PASSWORD = 12;

    static Settings of(ZoneConfig config) {
        within("holdSeconds", config.holdSeconds(), 0, 3_600);
        within("emptyMinutes", config.emptyMinutes(), 0, 1_000_000);
        RoomSettings room =
                new RoomSettings(TICK_MILLIS, 1, config.maxClients(), RoomSettings.Inbox.ON_TICK, false, INBOX);
        return new Settings(
                room,
                Duration.ofSeconds(config.holdSeconds()),
                config.emptyMinutes() * 60_000L,
                operators(config.operatorPassword()),
                List.of(config.systems()));
    }

    static Operators operators(String password) {
        if (!password.isEmpty() && password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "operatorPassword has %d characters: it needs at least %d, or none at all"
                            .formatted(password.length(), SHORTEST_PASSWORD));
        }
        return new Operators(password);
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s=%d: must be from %d to %d".formatted(key, value, least, most));
        }
    }
}
