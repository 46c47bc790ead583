package org.hotrealm.ops.config;

import java.util.Optional;

/** What components make of their settings, by PIDs as files have them. Any thread. */
interface Outcome {

    /** From now on only what becomes of the settings that follow is told. */
    void begin(String pid);

    /** Has the component start again where it failed: other settings alone do not make it. Returns when that is over, or after a while. */
    void retry(String pid);

    /** Why the component did not take its settings; empty where it did, or has not yet said. */
    Optional<String> refusal(String pid);
}
