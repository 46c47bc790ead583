package org.hotrealm.progress.jdbc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * A file beside an embedded database into which every save goes first, forced to the disk: what such a database forgets when its
 * process is killed is put right from it at the next start. Each entry is its length, its checksum, the key, and the document;
 * the file is read up to the first that is torn. Beyond its size the file before the last is dropped, so that many of the latest
 * saves are always there. One thread at a time.
 */
final class Journal implements AutoCloseable {

    private static final int HEAD = 8;
    private static final int LARGEST = 16 * 1024 * 1024;

    private final Path file;
    private final Path before;
    private final long most;
    private FileChannel channel;

    /** A character as it was saved. */
    record Entry(Key key, String document) {}

    private Journal(Path file, long most) throws IOException {
        this.file = file;
        this.before = file.resolveSibling(file.getFileName() + ".1");
        this.most = most;
        this.channel = append();
    }

    /** Goes on with the journal of this name; a torn end is cut off. */
    static Journal open(Path file, long most) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        long sound = read(file, new ArrayList<>());
        Journal journal = new Journal(file, most);
        journal.channel.truncate(sound);
        journal.channel.force(true);
        return journal;
    }

    private FileChannel append() throws IOException {
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        opened.position(opened.size());
        return opened;
    }

    /** Everything that is still there, oldest first. */
    List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        read(before, entries);
        read(file, entries);
        return entries;
    }

    /** Writes these, and returns when they are on the disk. */
    void write(List<Entry> entries) throws IOException {
        if (channel.size() > most) {
            turn();
        }
        for (Entry entry : entries) {
            ByteBuffer bytes = bytes(entry);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        channel.force(false);
    }

    private void turn() throws IOException {
        channel.close();
        Files.move(file, before, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        channel = append();
        channel.force(true);
    }

    private static ByteBuffer bytes(Entry entry) {
        byte[] body = (entry.key() + "\n" + entry.document()).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(HEAD + body.length)
                .putInt(body.length)
                .putInt(checksum(body))
                .put(body)
                .flip();
    }

    private static int checksum(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return (int) sum.getValue();
    }

    /** Adds the sound entries of a file; how many bytes they take. */
    private static long read(Path from, List<Entry> entries) throws IOException {
        ByteBuffer all;
        try {
            all = ByteBuffer.wrap(Files.readAllBytes(from));
        } catch (NoSuchFileException e) {
            return 0;
        }
        int sound = 0;
        while (all.remaining() >= HEAD) {
            int length = all.getInt();
            int sum = all.getInt();
            if (length < 0 || length > LARGEST || length > all.remaining()) {
                break;
            }
            byte[] body = new byte[length];
            all.get(body);
            String text = new String(body, StandardCharsets.UTF_8);
            int line = text.indexOf('\n');
            if (checksum(body) != sum || line < 0) {
                break;
            }
            entries.add(new Entry(Key.of(text.substring(0, line)), text.substring(line + 1)));
            sound = all.position();
        }
        return sound;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
