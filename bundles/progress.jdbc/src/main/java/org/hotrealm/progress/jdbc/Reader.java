package org.hotrealm.progress.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;
import org.osgi.service.jdbc.DataSourceFactory;

/** Fetches characters over a connection of its own, one after the other. Blocks; not for rooms' threads. */
final class Reader implements AutoCloseable {

    /** Something asked of a database. */
    private interface Question<T> {
        Optional<T> ask(Database database) throws SQLException;
    }

    private final DataSourceFactory factory;
    private final Settings settings;
    private @Nullable Database database;

    Reader(DataSourceFactory factory, Settings settings) {
        this.factory = factory;
        this.settings = settings;
    }

    /** The class that this owner played last. */
    synchronized Optional<String> lastClass(String owner) throws SQLException {
        return ask(open -> Optional.ofNullable(open.lastClass(owner)));
    }

    synchronized Optional<Progress> load(Key key) throws SQLException {
        return ask(open -> Optional.ofNullable(open.load(key)));
    }

    /** Asks again over a new connection where the old one has gone stale. */
    private <T> Optional<T> ask(Question<T> question) throws SQLException {
        Database open = database;
        if (open != null) {
            try {
                return answer(open, question);
            } catch (SQLException e) {
                close();
            }
        }
        Database fresh = Database.open(factory, settings);
        database = fresh;
        return answer(fresh, question);
    }

    private static <T> Optional<T> answer(Database open, Question<T> question) throws SQLException {
        Optional<T> answer = question.ask(open);
        open.rollback();
        return answer;
    }

    @Override
    public synchronized void close() {
        Database open = database;
        database = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It was broken, which is why it is closed.
                database = null;
            }
        }
    }
}
