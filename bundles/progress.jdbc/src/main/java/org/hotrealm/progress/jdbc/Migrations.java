package org.hotrealm.progress.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to this version's tables: the scripts {@code schema/1.sql}, {@code 2.sql} … that it has not had yet, each
 * in a transaction of its own. A database of a newer version is refused and left as it is.
 */
final class Migrations {

    private static final String TABLE =
            "CREATE TABLE IF NOT EXISTS progress_schema (version INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL)";

    private Migrations() {}

    /** The version that the scripts lead to. */
    static int newest() {
        int version = 0;
        while (script(version + 1) != null) {
            version++;
        }
        return version;
    }

    /** Runs what is missing; the connection's transactions are ended. */
    static void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            connection.commit();
            int has = version(statement);
            int newest = newest();
            if (has > newest) {
                throw new SQLException(
                        "the database has tables of version %d, this progress.jdbc knows %d: install the newer one; nothing was changed"
                                .formatted(has, newest));
            }
            for (int next = has + 1; next <= newest; next++) {
                apply(connection, statement, next);
            }
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM progress_schema")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void apply(Connection connection, Statement statement, int version) throws SQLException {
        String script = script(version);
        try {
            for (String sql :
                    String.valueOf(script).replaceAll("(?m)^--.*$", "").split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
            statement.execute("INSERT INTO progress_schema VALUES (%d, CURRENT_TIMESTAMP)".formatted(version));
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw new SQLException("script schema/%d.sql failed: %s".formatted(version, e.getMessage()), e);
        }
    }

    private static @Nullable String script(int version) {
        try (InputStream in = Migrations.class.getResourceAsStream("schema/" + version + ".sql")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
