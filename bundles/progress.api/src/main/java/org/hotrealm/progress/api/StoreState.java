package org.hotrealm.progress.api;

/**
 * How a store is doing.
 *
 * @param available whether it answered last time
 * @param where what it stores in, for people; without passwords
 * @param problem why it does not answer; empty where it does
 * @param waiting characters that wait to be stored
 * @param held characters that are played
 * @param stored saves that were stored since the start
 * @param commits transactions that took
 * @param longestMillis the longest of the last hundred transactions
 */
public record StoreState(
        boolean available,
        String where,
        String problem,
        int waiting,
        int held,
        long stored,
        long commits,
        double longestMillis) {}
