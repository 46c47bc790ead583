package org.hotrealm.progress.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.util.OsgiDataSourceFactory;
import org.hotrealm.progress.api.HeldElsewhereException;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.progress.api.StoreUnavailableException;

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

    /** What the database of this folder has of the only character, after a start has put it right. */
    public static long gold(Path folder) throws SQLException {
        JdbcProgress store = (JdbcProgress) in(folder);
        try {
            store.open("nobody", "none", "none", "looks");
        } catch (HeldElsewhereException | StoreUnavailableException e) {
            throw new IllegalStateException(e);
        } finally {
            store.deactivate();
        }
        try (Connection database = DriverManager.getConnection(url(folder), "hotrealm", "");
                ResultSet row = database.createStatement().executeQuery("SELECT gold FROM player_character")) {
            row.next();
            return row.getLong(1);
        }
    }
}
