package org.hotrealm.room.basic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts those of like rank together. In order of rank, each goes into the first group with room for it whose average is less
 * than 10 away, or at most twice that average; those who have waited long come first and wherever there is room. Teams that lack
 * somebody come last: they keep nobody waiting.
 *
 * @param players the size of a group
 * @param priorityCycles cycles after which rank does not count
 * @param mostCycles cycles after which an incomplete group may begin
 * @param incomplete whether it does
 */
record Grouping(int players, int priorityCycles, int mostCycles, boolean incomplete) {

    private static final double CLOSE = 10;
    private static final double FARTHEST = 2;

    /** Groups of those who wait; ready or not. */
    List<Group> of(List<Waiting> waiting) {
        List<Waiting> inOrder = new ArrayList<>(waiting);
        inOrder.sort(Comparator.comparing((Waiting one) -> !one.complete())
                .thenComparing(one -> !privileged(one))
                .thenComparingDouble(Waiting::rank));
        List<Group> groups = new ArrayList<>();
        for (Waiting one : inOrder) {
            place(one, groups);
        }
        return groups;
    }

    private void place(Waiting one, List<Group> groups) {
        for (Group group : groups) {
            boolean fits = group.size() + one.sessions().size() <= players;
            if (fits && (privileged(one) || group.privileged || close(one.rank(), group.rank()))) {
                group.add(one, privileged(one));
                return;
            }
        }
        Group group = new Group();
        group.add(one, privileged(one));
        groups.add(group);
    }

    private boolean privileged(Waiting one) {
        return one.cycles() >= priorityCycles;
    }

    private static boolean close(double rank, double average) {
        double difference = Math.abs(rank - average);
        return difference < CLOSE || difference <= FARTHEST * average;
    }

    /** Whether a group may begin. */
    boolean ready(Group group) {
        boolean full = group.size() == players && group.members.stream().allMatch(Waiting::complete);
        return full || (incomplete && group.longestWait() >= mostCycles);
    }

    /** Some who are to play together. */
    static final class Group {
        private final List<Waiting> members = new ArrayList<>();
        private boolean privileged;

        private void add(Waiting one, boolean withPrivilege) {
            members.add(one);
            privileged |= withPrivilege;
        }

        int size() {
            return members.stream().mapToInt(one -> one.sessions().size()).sum();
        }

        List<String> sessions() {
            return members.stream().flatMap(one -> one.sessions().stream()).toList();
        }

        private double rank() {
            return members.stream()
                            .mapToDouble(one -> one.rank() * one.sessions().size())
                            .sum()
                    / size();
        }

        private int longestWait() {
            return members.stream().mapToInt(Waiting::cycles).max().orElse(0);
        }
    }
}
