package org.hotrealm.itests.swapkill;

import java.util.List;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.harness.RunningServer;

/** What is swapped there and back, and how that is asked for. */
interface Subject {

    /** Symbolic names of what changes. */
    List<String> bundles();

    /** Asks for a version and comes back before it is there. */
    Asked ask(Operator operator, String version) throws Exception;

    /** Whether what tells of it says the same. */
    default void check(Operator operator, String version) throws Exception {}

    /** A swap under way. */
    interface Asked {

        /** Waits until it is at this step, at which it then stays. */
        void await(String step, RunningServer server) throws Exception;
    }
}
