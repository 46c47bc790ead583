package org.hotrealm.progress.jdbc;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * What the configuration came to.
 *
 * @param url JDBC URL
 * @param user database user
 * @param password its password
 * @param syncSql SQL after each commit, {@code auto} or empty
 * @param openTimeoutMillis how long a join waits
 * @param queueMax characters that may wait
 * @param journal the journal's file, or null for none
 */
record Settings(
        String url,
        String user,
        String password,
        String syncSql,
        int openTimeoutMillis,
        int queueMax,
        @Nullable Path journal) {

    static final String AUTO = "auto";

    static Settings of(StoreConfig config, BundleContext context) {
        String data = context.getProperty("hotrealm.data");
        String folder = Path.of(data == null ? "data" : data).toAbsolutePath().toString();
        if (config.url().isBlank()) {
            throw new IllegalArgumentException("url is empty: a JDBC URL is needed, such as the default");
        }
        within("open.timeout.ms", config.open_timeout_ms(), 100, 60_000);
        within("queue.max", config.queue_max(), 1, 1_000_000);
        return new Settings(
                config.url().replace("${data}", folder),
                config.user(),
                config.password(),
                config.sync_sql(),
                config.open_timeout_ms(),
                config.queue_max(),
                journal(config.journal(), config.url(), folder));
    }

    /** An embedded database has one beside it, unless told otherwise. */
    private static @Nullable Path journal(String wanted, String url, String folder) {
        if (wanted.equals(AUTO)) {
            return url.startsWith("jdbc:h2:file:") ? Path.of(folder, "progress", "journal") : null;
        }
        return wanted.isBlank() ? null : Path.of(wanted.replace("${data}", folder));
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s=%d: must be from %d to %d".formatted(key, value, least, most));
        }
    }

    /** The URL for people: whatever looks like a password is left out. */
    String where() {
        int cut = url.toLowerCase(Locale.ROOT).indexOf("password");
        return cut < 0 ? url : url.substring(0, cut) + "…";
    }
}
