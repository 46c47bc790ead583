package org.hotrealm.itests.bad;

/** What became of a swap. */
record Outcome(String verdict, String reason) {}
