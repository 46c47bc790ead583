package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of what was swapped in, one line a bundle. It is replaced as a whole: after a crash it is the one before or the
 * one after, for all bundles of a swap.
 */
final class InForce {

    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);
    private static final Pattern LINE =
            Pattern.compile("(?<name>[^/\\s]+)/(?<version>\\S*)(?: share (?<share>\\d+))?(?: level (?<level>\\d+))?");

    /** Of an entry that takes over, and does not run beside the version before. */
    static final int ALL = 100;

    private final Path file;

    InForce(Path file) {
        this.file = file;
    }

    /**
     * A bundle.
     *
     * @param name symbolic name
     * @param version its version; the empty string where it was taken out
     * @param share how many of a hundred new rooms get it; {@link #ALL} where it took over
     * @param level its start level; 0 for that of the version delivered
     */
    record Entry(String name, String version, int share, int level) {

        private static Entry of(Matcher line) {
            String share = line.group("share");
            String level = line.group("level");
            return new Entry(
                    line.group("name"),
                    line.group("version"),
                    share == null ? ALL : Integer.parseInt(share),
                    level == null ? 0 : Integer.parseInt(level));
        }

        /** Whether this version runs beside another one, in some rooms. */
        boolean beside() {
            return share < ALL;
        }

        private String line() {
            return name + "/" + version + (beside() ? " share " + share : "") + (level > 0 ? " level " + level : "");
        }
    }

    synchronized List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                Matcher matcher = LINE.matcher(line.strip());
                if (matcher.matches()) {
                    entries.add(Entry.of(matcher));
                } else if (!line.isBlank()) {
                    LOG.error("{} has the line '{}', which is none; it is passed over", file, line);
                }
            }
        } catch (IOException e) {
            LOG.error("the list of swapped bundles cannot be read; the versions delivered are used", e);
        }
        return entries;
    }

    /** Puts these in force from the next start on, too, all at once: each in the place of all of its name, unless it is beside them. */
    synchronized void put(List<Entry> changed) throws IOException {
        List<Entry> next = new ArrayList<>(entries());
        for (Entry entry : changed) {
            next.removeIf(before -> before.name().equals(entry.name())
                    && (!entry.beside() || before.version().equals(entry.version())));
            next.add(entry);
        }
        StringBuilder text = new StringBuilder();
        next.stream()
                .map(Entry::line)
                .sorted()
                .forEach(line -> text.append(line).append('\n'));
        write(file, text.toString());
    }

    /** Whether exactly this is in force of the bundles it names. */
    boolean is(List<Entry> wanted) {
        List<Entry> now = entries();
        return now.containsAll(wanted)
                && now.stream()
                        .filter(entry -> !wanted.contains(entry))
                        .noneMatch(entry -> wanted.stream()
                                .anyMatch(one -> !one.beside() && one.name().equals(entry.name())));
    }

    /** Replaces a file as a whole, and for good: also where the machine loses power the next instant. */
    static void write(Path file, String text) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        move(next, file);
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
