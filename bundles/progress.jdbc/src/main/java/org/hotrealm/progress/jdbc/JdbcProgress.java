package org.hotrealm.progress.jdbc;

import java.sql.SQLException;
import org.hotrealm.progress.api.HeldElsewhereException;
import org.hotrealm.progress.api.Opened;
import org.hotrealm.progress.api.ProgressStore;
import org.hotrealm.progress.api.StoreState;
import org.hotrealm.progress.api.StoreUnavailableException;
import org.hotrealm.realm.api.Progress;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.osgi.service.metatype.annotations.Designate;

/** What players earn, in a database. One thread writes; rooms only leave word and look. */
@Component(service = ProgressStore.class, immediate = true)
@Designate(ocd = StoreConfig.class)
public final class JdbcProgress implements ProgressStore {

    private static final long LAST_WORDS_MILLIS = 10_000;

    private final Settings settings;
    private final Register register;
    private final Condition condition = new Condition();
    private final Reader reader;
    private final Thread writer;

    /** Begins to open the database; a value out of its range throws, naming it. */
    @Activate
    public JdbcProgress(
            @Reference(name = "factory", target = "(osgi.jdbc.driver.class=org.h2.Driver)") DataSourceFactory factory,
            StoreConfig config,
            BundleContext context) {
        this(factory, Settings.of(config, context));
    }

    JdbcProgress(DataSourceFactory factory, Settings settings) {
        FirstUse.of(factory.getClass().getClassLoader());
        this.settings = settings;
        this.register = new Register(settings.queueMax());
        this.reader = new Reader(factory, settings);
        this.writer = Thread.ofPlatform()
                .name("progress-writer")
                .daemon()
                .start(new Writer(factory, settings, register, condition));
    }

    /** Stores what waits, for some seconds at most. */
    @Deactivate
    void deactivate() {
        register.close();
        try {
            writer.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (writer.isAlive()) {
            writer.interrupt();
        }
        reader.close();
    }

    @Override
    public Opened open(String owner, String heroClass, String first, String holder)
            throws HeldElsewhereException, StoreUnavailableException {
        try {
            if (!condition.awaitUp(settings.openTimeoutMillis())) {
                throw new StoreUnavailableException(condition.problem());
            }
            return take(owner, heroClass, first, holder);
        } catch (SQLException | IllegalArgumentException e) {
            throw new StoreUnavailableException("the character cannot be fetched: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("the server stops", e);
        }
    }

    private Opened take(String owner, String heroClass, String first, String holder)
            throws HeldElsewhereException, SQLException, InterruptedException {
        String wanted = heroClass;
        if (wanted.isEmpty()) {
            wanted = reader.lastClass(owner).orElse(first);
        }
        Key key = new Key(owner, wanted);
        Claim claim = register.take(key, holder, settings.openTimeoutMillis());
        boolean done = false;
        try {
            Opened answer = new Opened(key.toString(), wanted, reader.load(key).orElse(null));
            register.loaded(claim, answer);
            done = true;
            return answer;
        } finally {
            if (!done) {
                register.drop(claim);
            }
        }
    }

    @Override
    public @Nullable Opened enter(String holder) {
        return register.enter(holder);
    }

    @Override
    public boolean save(String key, String holder, Progress progress) {
        return register.save(Key.of(key), holder, progress);
    }

    @Override
    public long durable(String holder) {
        return register.durable(holder);
    }

    @Override
    public void away(String holder, boolean away) {
        register.away(holder, away);
    }

    @Override
    public boolean wanted(String holder) {
        return register.wanted(holder);
    }

    @Override
    public void close(String holder) {
        register.close(holder);
    }

    @Override
    public StoreState state() {
        return new StoreState(
                condition.isUp(),
                settings.where(),
                condition.problem(),
                register.waiting(),
                register.held(),
                condition.stored(),
                condition.commits(),
                condition.longestMillis());
    }
}
