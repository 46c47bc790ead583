package org.hotrealm.progress.jdbc;

import java.util.concurrent.TimeUnit;

/** Whether the database answers, and figures about it. Any thread. */
final class Condition {

    private static final int LATEST = 100;

    private enum Is {
        STARTING,
        UP,
        DOWN
    }

    private Is is = Is.STARTING;
    private long downSince;
    private String problem = "the database is being opened";
    private long stored;
    private long commits;
    private final long[] nanos = new long[LATEST];

    synchronized void up() {
        is = Is.UP;
        problem = "";
        notifyAll();
    }

    /** Whether that is news. */
    synchronized boolean down(String why) {
        boolean news = is != Is.DOWN || !problem.equals(why);
        if (is != Is.DOWN) {
            downSince = System.nanoTime();
        }
        is = Is.DOWN;
        problem = why;
        notifyAll();
        return news;
    }

    synchronized void committed(int saves, long took) {
        nanos[(int) (commits % LATEST)] = took;
        commits++;
        stored += saves;
    }

    /**
     * Waits while the database is being opened, or has just failed: what passes soon makes nobody a guest. Once it has been down for
     * that long, nobody waits any more. Whether it answers.
     */
    synchronized boolean awaitUp(long millis) throws InterruptedException {
        long patience = TimeUnit.MILLISECONDS.toNanos(millis);
        long end = System.nanoTime() + patience;
        while (is != Is.UP) {
            long until = is == Is.DOWN ? Math.min(end, downSince + patience) : end;
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized boolean isUp() {
        return is == Is.UP;
    }

    synchronized String problem() {
        return problem;
    }

    synchronized long stored() {
        return stored;
    }

    synchronized long commits() {
        return commits;
    }

    synchronized double longestMillis() {
        long longest = 0;
        for (long each : nanos) {
            longest = Math.max(longest, each);
        }
        return longest / 1e6;
    }
}
