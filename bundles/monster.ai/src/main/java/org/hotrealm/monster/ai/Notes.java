package org.hotrealm.monster.ai;

import org.hotrealm.realm.api.Monster;

/** The names under which the AI keeps what it must remember in a monster's own memory. */
final class Notes {

    private static final String POST_X = "post.x";
    private static final String POST_Y = "post.y";
    private static final String REST = "rest";
    private static final String FLED = "fled";
    private static final String LOST = "lost";
    private static final String HELPS = "helps";
    private static final String ASLEEP = "asleep";
    private static final String FAILED = "brain.failed";

    private Notes() {}

    /** Where it stood when its fight began: the leash is fixed here and it comes back here. */
    static double postX(Monster self) {
        return self.memory().get(POST_X);
    }

    /** Where it stood when its fight began. */
    static double postY(Monster self) {
        return self.memory().get(POST_Y);
    }

    static void post(Monster self, double x, double y) {
        self.memory().set(POST_X, x);
        self.memory().set(POST_Y, y);
    }

    /** Ticks of the pause it makes; 0 where none is chosen. */
    static long rest(Monster self) {
        return (long) self.memory().get(REST);
    }

    static void rest(Monster self, long ticks) {
        self.memory().set(REST, (double) ticks);
    }

    /** Whether it has fled in this fight. */
    static boolean fled(Monster self) {
        return self.memory().get(FLED) != 0;
    }

    static void fled(Monster self, boolean fled) {
        self.memory().set(FLED, fled ? 1 : 0);
    }

    /** For how many ticks it has found no way. */
    static long lost(Monster self) {
        return (long) self.memory().get(LOST);
    }

    static void lost(Monster self, long ticks) {
        self.memory().set(LOST, (double) ticks);
    }

    /** The one of its kind whose call brought it into its fight; 0 for none. */
    static int helps(Monster self) {
        return (int) self.memory().get(HELPS);
    }

    static void helps(Monster self, int caller) {
        self.memory().set(HELPS, caller);
    }

    /** What mattered only in the fight that is over. */
    static void forgetFight(Monster self) {
        post(self, 0, 0);
        fled(self, false);
        lost(self, 0);
        helps(self, 0);
    }

    /** The tick in which it fell asleep; 0 while it is awake. */
    static long asleep(Monster self) {
        return (long) self.memory().get(ASLEEP);
    }

    static void asleep(Monster self, long tick) {
        self.memory().set(ASLEEP, (double) tick);
    }

    /** The tick in which a failure of its brain was last told; 0 for never. */
    static long brainFailed(Monster self) {
        return (long) self.memory().get(FAILED);
    }

    static void brainFailed(Monster self, long tick) {
        self.memory().set(FAILED, (double) tick);
    }
}
