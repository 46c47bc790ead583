package org.hotrealm.net.colyseus;

/** Settings for tests: the defaults. */
final class Sample {

    static final Settings SETTINGS = new Settings(200, 65_536, 300, 20_000, 5_000, PayloadLimits.DEFAULT);

    private Sample() {}
}
