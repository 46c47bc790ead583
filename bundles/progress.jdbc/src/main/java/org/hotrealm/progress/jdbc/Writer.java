package org.hotrealm.progress.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that writes. All that waits goes into one transaction, so that however many play, each waits for one commit at
 * most two deep. What cannot be written for now waits on; one character that can never be written holds up no other.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long FIRST_PAUSE = 250;
    private static final long LONGEST_PAUSE = 5_000;
    private static final long JOURNAL_BYTES = 4 * 1024 * 1024;

    private final DataSourceFactory factory;
    private final Settings settings;
    private final Register register;
    private final Condition condition;
    private @Nullable Database database;
    private @Nullable Journal journal;
    private long pause = FIRST_PAUSE;

    Writer(DataSourceFactory factory, Settings settings, Register register, Condition condition) {
        this.factory = factory;
        this.settings = settings;
        this.register = register;
        this.condition = condition;
    }

    @Override
    public void run() {
        try {
            while (!connected()) {
                if (register.closed()) {
                    return;
                }
                rest();
            }
            for (List<Claim> batch = register.takeAll(); !batch.isEmpty(); batch = register.takeAll()) {
                write(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            disconnect();
            closeJournal();
            if (register.waiting() > 0) {
                LOG.error("{} characters could not be stored before the end", register.waiting());
            }
        }
    }

    private boolean connected() {
        if (database != null) {
            return true;
        }
        try {
            Database opened = Database.open(factory, settings);
            database = opened;
            putRight(opened);
            condition.up();
            pause = FIRST_PAUSE;
            LOG.info("what players earn is stored in {}", settings.where());
            return true;
        } catch (SQLException | IOException | RuntimeException e) {
            disconnect();
            failed("the database cannot be opened", e);
            return false;
        }
    }

    /** What a database forgot that was killed is in the journal. */
    private void putRight(Database opened) throws SQLException, IOException {
        Path file = settings.journal();
        if (file == null) {
            return;
        }
        if (journal == null) {
            journal = Journal.open(file, JOURNAL_BYTES);
        }
        int put = opened.replay(journal.entries());
        if (put > 0) {
            LOG.info("{} characters were put right from the journal {}", put, file);
        }
    }

    private void write(List<Claim> batch) throws InterruptedException {
        if (!connected()) {
            putBack(batch);
            return;
        }
        long began = System.nanoTime();
        try {
            together(batch);
            condition.committed(batch.size(), System.nanoTime() - began);
        } catch (SQLException | IOException | RuntimeException e) {
            if (undone()) {
                oneByOne(batch);
            } else {
                failed("what players earned cannot be stored", e);
                putBack(batch);
            }
        }
    }

    /** One transaction for all. Nobody is told anything before it is on the disk. */
    private void together(List<Claim> batch) throws SQLException, IOException {
        Database open = database();
        boolean[] written = new boolean[batch.size()];
        List<Journal.Entry> entries = new ArrayList<>();
        for (int i = 0; i < written.length; i++) {
            Claim claim = batch.get(i);
            Progress progress = claim.writing;
            written[i] = save(open, claim);
            if (written[i] && progress != null && journal != null) {
                entries.add(new Journal.Entry(claim.key, open.document(progress)));
            }
        }
        if (journal != null) {
            journal.write(entries);
        }
        open.commit();
        for (int i = 0; i < written.length; i++) {
            settle(batch.get(i), written[i]);
        }
        condition.up();
    }

    private static boolean save(Database open, Claim claim) throws SQLException {
        Progress progress = claim.writing;
        if (progress == null || claim.lost) {
            return false;
        }
        long base = claim.durable >= 0 ? claim.durable : open.revision(claim.key);
        return progress.revision() == base || progress.revision() > base && open.save(claim.key, progress, base);
    }

    private void settle(Claim claim, boolean written) {
        if (written) {
            register.stored(claim);
        } else {
            LOG.warn(
                    "character {} was stored by somebody else meanwhile; whoever plays it here is sent away",
                    claim.key);
            register.lost(claim);
        }
    }

    /** After a failure of the whole: whoever is to blame is left out, the others are stored. */
    private void oneByOne(List<Claim> batch) throws InterruptedException {
        for (int i = 0; i < batch.size(); i++) {
            Claim claim = batch.get(i);
            long began = System.nanoTime();
            try {
                together(List.of(claim));
                condition.committed(1, System.nanoTime() - began);
            } catch (SQLException | IOException | RuntimeException e) {
                if (!undone()) {
                    failed("what players earned cannot be stored", e);
                    putBack(batch.subList(i, batch.size()));
                    return;
                }
                LOG.error("character {} cannot be stored as it is and is left out", claim.key, e);
                register.refused(claim);
            }
        }
    }

    /** Whether the connection is still good and what was begun is undone. */
    private boolean undone() {
        try {
            database().rollback();
            return database().answers();
        } catch (SQLException | RuntimeException e) {
            return false;
        }
    }

    private Database database() {
        Database open = database;
        if (open == null) {
            throw new IllegalStateException("there is no connection");
        }
        return open;
    }

    private void putBack(List<Claim> batch) throws InterruptedException {
        disconnect();
        if (register.closed()) {
            LOG.error("{} characters could not be stored before the end", batch.size());
            return;
        }
        register.again(batch);
        rest();
    }

    private void rest() throws InterruptedException {
        register.pause(pause);
        pause = Math.min(LONGEST_PAUSE, pause * 2);
    }

    private void failed(String what, Exception e) {
        if (condition.down(what + ": " + e.getMessage())) {
            LOG.error("{} ({}); it is tried again, nothing is told as stored until then", what, settings.where(), e);
        }
    }

    private void closeJournal() {
        try (Journal closing = journal) {
            journal = null;
        } catch (IOException e) {
            LOG.debug("the journal did not close", e);
        }
    }

    private void disconnect() {
        Database open = database;
        database = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException | RuntimeException e) {
                LOG.debug("a broken connection did not close", e);
            }
        }
    }
}
