package org.hotrealm.room.basic;

import java.util.List;

/**
 * Those who are grouped together or not at all: a client, or the clients of a team.
 *
 * @param sessions who they are
 * @param rank their average
 * @param cycles how long the one has waited that came first
 * @param complete whether nobody is missing
 */
record Waiting(List<String> sessions, double rank, int cycles, boolean complete) {

    Waiting {
        sessions = List.copyOf(sessions);
    }
}
