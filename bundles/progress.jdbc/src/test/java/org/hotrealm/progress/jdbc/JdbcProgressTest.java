package org.hotrealm.progress.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.h2.util.OsgiDataSourceFactory;
import org.hotrealm.progress.api.HeldElsewhereException;
import org.hotrealm.progress.api.Opened;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.progress.api.StoreUnavailableException;
import org.hotrealm.realm.api.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcProgressTest {

    private static final String OWNER = "a".repeat(64);
    private static final String KEY = OWNER + "/mage";

    @TempDir
    Path folder;

    @TempDir
    Path afterwards;

    private final List<JdbcProgress> stores = new ArrayList<>();

    @AfterEach
    void end() {
        stores.forEach(JdbcProgress::deactivate);
    }

    private JdbcProgress store(String url) {
        JdbcProgress store = new JdbcProgress(
                new OsgiDataSourceFactory(new org.h2.Driver()),
                new Settings(url, "hotrealm", "", Settings.AUTO, 5_000, 1_000, null));
        stores.add(store);
        return store;
    }

    private JdbcProgress store() {
        return store(url("file:"));
    }

    private String url(String scheme) {
        return "jdbc:h2:" + scheme + folder.resolve("realm") + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    private static Opened enter(ProgressStore store, String holder) throws Exception {
        store.open(OWNER, "mage", "mage", holder);
        Opened opened = store.enter(holder);
        assertThat(opened).isNotNull();
        return opened;
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited 30 s in vain").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static void save(ProgressStore store, String holder, Progress progress) {
        assertThat(store.save(KEY, holder, progress)).isTrue();
        await(() -> store.durable(holder) >= progress.revision());
    }

    @Test
    void whatWasStoredComesBackAfterARestart() throws Exception {
        JdbcProgress first = store();
        assertThat(enter(first, "one").progress()).isNull();
        save(first, "one", Earned.at(12));
        first.deactivate();

        Opened again = enter(store(), "two");
        assertThat(again.key()).isEqualTo(KEY);
        assertThat(again.progress()).isEqualTo(Earned.at(12));
    }

    @Test
    void everythingToldAsStoredSurvivesAPowerCut() throws Exception {
        Disk.register();
        JdbcProgress store = store(url("cut:"));
        enter(store, "one");
        for (int revision = 1; revision <= 10; revision++) {
            save(store, "one", Earned.at(revision));
            Path survivors = afterwards.resolve("cut" + revision);
            Disk.cut(folder, survivors);
            String url = "jdbc:h2:file:" + survivors.resolve("realm") + ";DB_CLOSE_ON_EXIT=FALSE";
            try (Connection left = DriverManager.getConnection(url, "hotrealm", "");
                    var row = left.createStatement().executeQuery("SELECT revision, gold FROM player_character")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isGreaterThanOrEqualTo(revision);
                assertThat(row.getLong(2)).isGreaterThanOrEqualTo(10L * revision);
            }
        }
        assertThat(Disk.FORCED.get()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void withoutTheCheckpointAPowerCutWouldLoseIt() throws Exception {
        Disk.register();
        JdbcProgress store = new JdbcProgress(
                new OsgiDataSourceFactory(new org.h2.Driver()),
                new Settings(url("cut:"), "hotrealm", "", "", 5_000, 10, null));
        stores.add(store);
        enter(store, "one");
        long forced = Disk.FORCED.get();
        save(store, "one", Earned.at(1));
        assertThat(Disk.FORCED.get()).isEqualTo(forced);
    }

    @Test
    void whatTheDatabaseForgotIsPutRightFromTheJournal() throws Exception {
        JdbcProgress first = journaled();
        enter(first, "one");
        save(first, "one", Earned.at(7));
        save(first, "one", Earned.at(9));
        first.deactivate();
        try (Connection other = DriverManager.getConnection(url("file:"), "hotrealm", "")) {
            other.createStatement().executeUpdate("UPDATE player_character SET revision = 7, gold = 70");
        }
        try (FileChannel torn = FileChannel.open(folder.resolve("journal"), StandardOpenOption.APPEND)) {
            torn.write(ByteBuffer.wrap(new byte[] {0, 0, 1, 0, 4, 4, 4, 4, 65}));
        }
        JdbcProgress second = journaled();
        assertThat(enter(second, "two").progress()).isEqualTo(Earned.at(9));
        save(second, "two", Earned.at(10));
        second.deactivate();
        try (Connection other = DriverManager.getConnection(url("file:"), "hotrealm", "")) {
            other.createStatement().executeUpdate("DELETE FROM player_character");
        }
        assertThat(enter(journaled(), "three").progress()).isEqualTo(Earned.at(10));
    }

    private JdbcProgress journaled() {
        JdbcProgress store = new JdbcProgress(
                new OsgiDataSourceFactory(new org.h2.Driver()),
                new Settings(url("file:"), "hotrealm", "", Settings.AUTO, 5_000, 10, folder.resolve("journal")));
        stores.add(store);
        return store;
    }

    @Test
    void manyWhoEarnAtOnceShareCommits() throws Exception {
        JdbcProgress store = store();
        List<String> holders = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String holder = "holder" + i;
            store.open("%064d".formatted(i), "mage", "mage", holder);
            store.enter(holder);
            holders.add(holder);
        }
        for (int i = 0; i < 200; i++) {
            store.save("%064d/mage".formatted(i), holders.get(i), Earned.at(3));
        }
        await(() -> holders.stream().allMatch(holder -> store.durable(holder) == 3));
        assertThat(store.state().stored()).isEqualTo(200);
        assertThat(store.state().commits()).isLessThan(200);
        assertThat(store.state().available()).isTrue();
    }

    @Test
    void newerStateReplacesAnOlderThatWaits() throws Exception {
        JdbcProgress store = store();
        enter(store, "one");
        for (int revision = 1; revision <= 500; revision++) {
            assertThat(store.save(KEY, "one", Earned.at(revision))).isTrue();
        }
        await(() -> store.durable("one") == 500);
        assertThat(store.state().stored()).isLessThan(500);
    }

    @Test
    void oneCharacterIsPlayedByOneAtATime() throws Exception {
        JdbcProgress store = store();
        enter(store, "one");
        assertThatThrownBy(() -> store.open(OWNER, "mage", "mage", "two"))
                .isInstanceOf(HeldElsewhereException.class)
                .hasMessageContaining("playing this character already");
        assertThat(store.open(OWNER, "warrior", "mage", "two").progress()).isNull();
    }

    @Test
    void whoIsAwayGivesTheCharacterUpOnceItIsStored() throws Exception {
        JdbcProgress store = store();
        enter(store, "one");
        store.away("one", true);
        CompletableFuture<Opened> second = CompletableFuture.supplyAsync(() -> {
            try {
                return store.open(OWNER, "mage", "mage", "two");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        await(() -> store.wanted("one"));
        store.save(KEY, "one", Earned.at(9));
        store.close("one");
        assertThat(second.get(30, TimeUnit.SECONDS).progress()).isEqualTo(Earned.at(9));
        assertThat(store.durable("one")).isEqualTo(ProgressStore.UNKNOWN);
    }

    @Test
    void whoNamesNoClassGetsTheOnePlayedLast() throws Exception {
        JdbcProgress store = store();
        assertThat(store.open(OWNER, "", "warrior", "one").heroClass()).isEqualTo("warrior");
        store.enter("one");
        store.close("one");
        enter(store, "two");
        save(store, "two", Earned.at(1));
        store.close("two");
        assertThat(store.open(OWNER, "", "warrior", "three").heroClass()).isEqualTo("mage");
    }

    @Test
    void aStoreInAnothersPlaceTakesUpWhoPlays() throws Exception {
        JdbcProgress first = store();
        enter(first, "one");
        save(first, "one", Earned.at(4));
        first.deactivate();
        assertThat(first.save(KEY, "one", Earned.at(5))).isFalse();
        JdbcProgress second = store();
        assertThat(second.durable("one")).isEqualTo(ProgressStore.UNKNOWN);
        save(second, "one", Earned.at(4));
        save(second, "one", Earned.at(6));
        second.close("one");
        assertThat(enter(second, "two").progress()).isEqualTo(Earned.at(6));
    }

    @Test
    void whoWasOvertakenByAnotherNodeIsToldAndOverwritesNothing() throws Exception {
        JdbcProgress store = store();
        enter(store, "one");
        save(store, "one", Earned.at(2));
        try (Connection other = DriverManager.getConnection(url("file:"), "hotrealm", "")) {
            other.createStatement().executeUpdate("UPDATE player_character SET revision = 30, gold = 999");
        }
        store.save(KEY, "one", Earned.at(31));
        await(() -> store.durable("one") == ProgressStore.LOST);
        try (Connection other = DriverManager.getConnection(url("file:"), "hotrealm", "");
                var row = other.createStatement().executeQuery("SELECT gold FROM player_character")) {
            row.next();
            assertThat(row.getLong(1)).isEqualTo(999);
        }
    }

    @Test
    void whatCannotBeStoredForNowIsStoredLater() throws Exception {
        JdbcProgress store = store();
        enter(store, "one");
        save(store, "one", Earned.at(1));
        try (Connection other = DriverManager.getConnection(url("file:"), "hotrealm", "")) {
            other.createStatement().execute("ALTER TABLE player_character RENAME TO away");
            store.save(KEY, "one", Earned.at(2));
            await(() -> store.state().waiting() == 0);
            assertThat(store.durable("one")).isEqualTo(1);
            other.createStatement().execute("ALTER TABLE away RENAME TO player_character");
        }
        save(store, "one", Earned.at(3));
        assertThat(store.durable("one")).isEqualTo(3);
    }

    @Test
    void aDatabaseThatDoesNotOpenIsSaidSoAndTriedAgain() throws Exception {
        CompletableFuture<Void> mended = new CompletableFuture<>();
        JdbcProgress store = failing(() -> !mended.isDone(), 200);
        assertThatThrownBy(() -> store.open(OWNER, "mage", "mage", "one"))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("the disk is gone");
        assertThat(store.state().available()).isFalse();
        mended.complete(null);
        await(() -> store.state().available());
        assertThat(enter(store, "one").progress()).isNull();
    }

    @Test
    void whoComesWhileTheDatabaseFailsToOpenOnceIsStillStored() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        JdbcProgress store = failing(() -> attempts.incrementAndGet() == 1, 30_000);
        await(() -> attempts.get() > 0);
        assertThat(enter(store, "one").progress()).isNull();
        assertThat(attempts.get()).isGreaterThan(1);
    }

    /** A store whose database does not open for as long as that says. */
    private JdbcProgress failing(BooleanSupplier gone, int openTimeoutMillis) {
        OsgiDataSourceFactory flaky = new OsgiDataSourceFactory(new org.h2.Driver()) {
            @Override
            public javax.sql.DataSource createDataSource(Properties properties) throws SQLException {
                if (gone.getAsBoolean()) {
                    throw new SQLException("the disk is gone");
                }
                return super.createDataSource(properties);
            }
        };
        JdbcProgress store = new JdbcProgress(
                flaky, new Settings(url("file:"), "hotrealm", "", Settings.AUTO, openTimeoutMillis, 10, null));
        stores.add(store);
        return store;
    }

    @Test
    void aDatabaseOfANewerVersionIsLeftAsItIs() throws Exception {
        try (Connection other = DriverManager.getConnection(url("file:"), "hotrealm", "")) {
            other.createStatement()
                    .execute(
                            "CREATE TABLE progress_schema (version INTEGER PRIMARY KEY, applied_at TIMESTAMP NOT NULL)");
            other.createStatement().execute("INSERT INTO progress_schema VALUES (99, CURRENT_TIMESTAMP)");
        }
        assertThatThrownBy(() -> store().open(OWNER, "mage", "mage", "one"))
                .hasMessageContaining("tables of version 99, this progress.jdbc knows 1");
    }

    @Test
    void whatWaitsIsStoredBeforeTheStoreGoes() throws Exception {
        JdbcProgress first = store();
        enter(first, "one");
        for (int revision = 1; revision <= 50; revision++) {
            first.save(KEY, "one", Earned.at(revision));
        }
        first.deactivate();
        assertThat(enter(store(), "two").progress()).isEqualTo(Earned.at(50));
    }
}
