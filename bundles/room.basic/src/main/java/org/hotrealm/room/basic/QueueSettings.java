package org.hotrealm.room.basic;

/** A queue's settings, checked. */
record QueueSettings(String name, String matchRoom, int teamSize, int cycleMillis, Grouping grouping) {

    static QueueSettings of(QueueConfig config) {
        String name = config.name();
        int players = Ranges.check(name, "players", config.players(), 1, 10_000);
        return new QueueSettings(
                name,
                config.match_room(),
                Ranges.check(name, "team.size", config.team_size(), 0, players),
                Ranges.check(name, "cycle.millis", config.cycle_millis(), 100, 60_000),
                new Grouping(
                        players,
                        Ranges.check(name, "cycles.priority", config.cycles_priority(), 1, 100_000),
                        Ranges.check(name, "cycles.most", config.cycles_most(), 1, 100_000),
                        config.incomplete()));
    }
}
