package org.hotrealm.progress.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;
import org.osgi.service.jdbc.DataSourceFactory;

/** One connection and what is said over it. Used by one thread at a time. */
final class Database implements AutoCloseable {

    private static final String UPDATE =
            "UPDATE player_character SET name = ?, revision = ?, hero_level = ?, xp = ?, gold = ?, document = ?,"
                    + " stored_at = ? WHERE owner_hash = ? AND hero_class = ? AND revision = ?";
    private static final String INSERT =
            "INSERT INTO player_character (name, revision, hero_level, xp, gold, document, stored_at, owner_hash,"
                    + " hero_class) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final Document documents = new Document();
    private final String sync;

    private Database(Connection connection, String sync) {
        this.connection = connection;
        this.sync = sync;
    }

    /** Connects, and brings the tables up to date. */
    static Database open(DataSourceFactory factory, Settings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DataSourceFactory.JDBC_URL, settings.url());
        properties.setProperty(DataSourceFactory.JDBC_USER, settings.user());
        properties.setProperty(DataSourceFactory.JDBC_PASSWORD, settings.password());
        Connection connection = factory.createDataSource(properties).getConnection();
        try {
            connection.setAutoCommit(false);
            Migrations.run(connection);
            Database database = new Database(connection, sync(connection, settings));
            database.commit();
            return database;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * H2 writes at a commit, but only a checkpoint has the system put what was written on the disk; databases that run on
     * their own do it at the commit. Where a journal has it on the disk before, the commit alone will do.
     */
    private static String sync(Connection connection, Settings settings) throws SQLException {
        if (!settings.syncSql().equals(Settings.AUTO)) {
            return settings.syncSql();
        }
        String product = connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
        return product.equals("h2") && settings.journal() == null ? "CHECKPOINT SYNC" : "";
    }

    /** Puts right what the database forgot; how many characters. Older entries than what is there are passed over. */
    int replay(List<Journal.Entry> entries) throws SQLException {
        Map<Key, Progress> newest = new LinkedHashMap<>();
        for (Journal.Entry entry : entries) {
            newest.merge(
                    entry.key(),
                    documents.read(entry.document()),
                    (one, other) -> other.revision() >= one.revision() ? other : one);
        }
        int put = 0;
        for (Map.Entry<Key, Progress> each : newest.entrySet()) {
            long has = revision(each.getKey());
            if (has < each.getValue().revision()) {
                put += save(each.getKey(), each.getValue(), has) ? 1 : 0;
            }
        }
        commit();
        return put;
    }

    /** A character as it is stored. */
    String document(Progress progress) {
        return documents.write(progress);
    }

    /** The class that this owner played last, or null where it has no character. */
    @Nullable
    String lastClass(String owner) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT hero_class FROM player_character WHERE owner_hash = ? ORDER BY stored_at DESC, hero_class")) {
            query.setMaxRows(1);
            query.setString(1, owner);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    /** A character, or null where there is none. */
    @Nullable
    Progress load(Key key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT document FROM player_character WHERE owner_hash = ? AND hero_class = ?")) {
            query.setString(1, key.owner());
            query.setString(2, key.heroClass());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? documents.read(row.getString(1)) : null;
            }
        }
    }

    /** The stored revision, 0 where there is none. */
    long revision(Key key) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT revision FROM player_character WHERE owner_hash = ? AND hero_class = ?")) {
            query.setString(1, key.owner());
            query.setString(2, key.heroClass());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /**
     * Writes a character over the revision it came from.
     *
     * @param base that revision; 0 where it is new
     * @return false where another revision is there
     */
    boolean save(Key key, Progress progress, long base) throws SQLException {
        if (base > 0) {
            try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
                fill(update, key, progress);
                update.setLong(10, base);
                return update.executeUpdate() == 1;
            }
        }
        if (revision(key) != 0) {
            return false;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            fill(insert, key, progress);
            return insert.executeUpdate() == 1;
        }
    }

    private void fill(PreparedStatement statement, Key key, Progress progress) throws SQLException {
        statement.setString(1, progress.name());
        statement.setLong(2, progress.revision());
        statement.setInt(3, progress.level());
        statement.setInt(4, progress.xp());
        statement.setLong(5, progress.gold());
        statement.setString(6, documents.write(progress));
        statement.setTimestamp(7, new Timestamp(System.currentTimeMillis()));
        statement.setString(8, key.owner());
        statement.setString(9, key.heroClass());
    }

    /** Commits, and returns when it is on the disk. */
    void commit() throws SQLException {
        connection.commit();
        if (!sync.isBlank()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sync);
            }
        }
    }

    /** Whether the connection is still good. */
    boolean answers() throws SQLException {
        return connection.isValid(2);
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
