package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The records of all swaps, one JSON object a line, only ever appended to: of two with the same number the later counts. The
 * newest are in memory, of the others only where they lie: a server that is swapped for years does not grow by it. Any thread.
 */
final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final int IN_MEMORY = 50;
    /** Of a record that could not be written. */
    private static final long NOWHERE = -1;

    private final Path file;
    private final int most;
    private final RecordText text = new RecordText();
    /** Oldest first. */
    private final List<Line> lines = new ArrayList<>();
    /** Oldest first. */
    private final Map<Long, SwapRecord> newest = new LinkedHashMap<>();

    /** Where a record lies in the file, in bytes, and what is often asked of it. */
    private record Line(long id, long at, int length, Verdict verdict, boolean rooms, long gapNanos) {

        static Line of(SwapRecord record, long at, int length) {
            boolean rooms = !record.rooms().isEmpty();
            return new Line(record.id(), at, length, record.verdict(), rooms, record.longestGapNanos());
        }
    }

    /** Reads what is there; a line that is no record, torn by a crash for instance, is passed over. */
    Journal(Path file) {
        this(file, IN_MEMORY);
    }

    /** @param most how many records stay in memory */
    Journal(Path file, int most) {
        this.file = file;
        this.most = most;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            scan(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
        } catch (IOException e) {
            LOG.error("the records of earlier swaps in {} cannot be read", file, e);
        }
    }

    private void scan(byte[] all) {
        for (int from = 0; from < all.length; ) {
            int end = from;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            if (end > from) {
                scan(all, from, end - from);
            }
            from = end + 1;
        }
    }

    private void scan(byte[] all, int from, int length) {
        try {
            put(text.read(all, from, length), from, length);
        } catch (JacksonException | NullPointerException e) {
            LOG.warn("a line of {} is no record of a swap and is passed over: {}", file, e.getMessage());
        }
    }

    private void put(SwapRecord record, long at, int length) {
        lines.removeIf(earlier -> earlier.id() == record.id());
        lines.add(Line.of(record, at, length));
        newest.remove(record.id());
        newest.put(record.id(), record);
        while (newest.size() > most) {
            long oldest = newest.keySet().iterator().next();
            newest.remove(oldest);
            lines.removeIf(line -> line.id() == oldest && line.at() == NOWHERE);
        }
    }

    synchronized long nextId() {
        return lines.stream().mapToLong(Line::id).max().orElse(0) + 1;
    }

    /** How many ended so. */
    synchronized long count(Verdict verdict) {
        return lines.stream().filter(line -> line.verdict() == verdict).count();
    }

    /** The longest gap of a room in the last swap for which a room changed over; 0 where there is none. */
    synchronized long lastGapNanos() {
        return lines.reversed().stream()
                .filter(Line::rooms)
                .mapToLong(Line::gapNanos)
                .findFirst()
                .orElse(0);
    }

    synchronized void add(SwapRecord record) {
        long at = NOWHERE;
        int length = 0;
        try {
            byte[] line = text.write(record);
            at = append(line);
            length = line.length;
        } catch (IOException | JacksonException e) {
            LOG.error("the record of swap {} cannot be written to {}", record.id(), file, e);
        }
        put(record, at, length);
    }

    /** Gives where the line begins. One that was torn before it ends there, so that it does not take this one along. */
    private long append(byte[] line) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = channel.size();
            ByteBuffer last = ByteBuffer.allocate(1);
            boolean torn = end > 0 && channel.read(last, end - 1) == 1 && last.get(0) != '\n';
            ByteBuffer bytes = ByteBuffer.allocate(line.length + 2);
            if (torn) {
                bytes.put((byte) '\n');
            }
            bytes.put(line).put((byte) '\n').flip();
            for (long to = end; bytes.hasRemaining(); ) {
                to += channel.write(bytes, to);
            }
            return torn ? end + 1 : end;
        }
    }

    /**
     * Newest first; older ones are read as they are asked for. In a list of the JDK's: whoever writes it as JSON may note its
     * class for ever, and must not note one of this bundle.
     */
    synchronized List<SwapRecord> all() {
        return Collections.unmodifiableList(new Records(List.copyOf(lines).reversed()));
    }

    /** The one of this number. */
    synchronized Optional<SwapRecord> find(long id) {
        return lines.stream().filter(line -> line.id() == id).findFirst().map(this::read);
    }

    private SwapRecord read(Line line) {
        SwapRecord known = known(line.id());
        if (known != null) {
            return known;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = ByteBuffer.allocate(line.length());
            int got;
            do {
                got = channel.read(bytes, line.at() + bytes.position());
            } while (got > 0 && bytes.hasRemaining());
            return text.read(bytes.array(), 0, bytes.position());
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException(
                    "the record of swap %d cannot be read from %s; was the file changed?".formatted(line.id(), file),
                    e);
        }
    }

    private synchronized @Nullable SwapRecord known(long id) {
        return newest.get(id);
    }

    private final class Records extends AbstractList<SwapRecord> {

        private final List<Line> of;

        Records(List<Line> of) {
            this.of = of;
        }

        @Override
        public SwapRecord get(int index) {
            return read(of.get(index));
        }

        @Override
        public int size() {
            return of.size();
        }
    }
}
