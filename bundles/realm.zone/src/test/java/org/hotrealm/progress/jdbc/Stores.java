package org.hotrealm.progress.jdbc;

import java.nio.file.Path;
import org.h2.util.OsgiDataSourceFactory;
import org.hotrealm.progress.api.ProgressStore;

/** The store that is shipped, for tests of what uses it. */
public final class Stores {

    private Stores() {}

    /** H2 in this folder, as configured by default. */
    public static ProgressStore in(Path folder) {
        return new JdbcProgress(
                new OsgiDataSourceFactory(new org.h2.Driver()),
                new Settings(url(folder), "hotrealm", "", Settings.AUTO, 30_000, 1_000, folder.resolve("journal")));
    }

    /** Where it stores. */
    public static String url(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("realm").toAbsolutePath() + ";DB_CLOSE_ON_EXIT=FALSE";
    }
}
