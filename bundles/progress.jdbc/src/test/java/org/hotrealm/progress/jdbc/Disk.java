package org.hotrealm.progress.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system for H2, {@code cut:}, that keeps apart what was only written from what was forced to the disk: at a power cut
 * each file is what it was when it was last forced.
 */
public final class Disk extends FilePathWrapper {

    private static final Set<Path> FILES = ConcurrentHashMap.newKeySet();
    static final AtomicLong FORCED = new AtomicLong();
    static final AtomicLong WRITTEN = new AtomicLong();

    @Override
    public String getScheme() {
        return "cut";
    }

    /** Cuts the power: what was not forced is gone. Nobody may have the files open any more, or may use them again. */
    static void cut(Path folder, Path survivors) throws IOException {
        Files.createDirectories(survivors);
        for (Path file : FILES) {
            Path kept = forced(file);
            if (file.startsWith(folder) && Files.exists(kept)) {
                Files.copy(kept, survivors.resolve(file.getFileName()));
            }
        }
    }

    private static Path forced(Path file) {
        return file.resolveSibling(file.getFileName() + ".forced");
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        Path path = Path.of(getBase().toRealPath().toString());
        FileChannel base = getBase().open(mode);
        if (!mode.contains("w")) {
            return base;
        }
        FILES.add(path);
        return new Tracked(base, path);
    }

    /** On {@code force} the file as it is is copied aside. */
    private static final class Tracked extends FileBase {

        private final FileChannel base;
        private final Path path;

        Tracked(FileChannel base, Path path) {
            this.base = base;
            this.path = path;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            base.force(metaData);
            FORCED.incrementAndGet();
            try (FileChannel copy = FileChannel.open(
                    forced(path),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer all = ByteBuffer.allocate((int) base.size());
                for (long at = 0; all.hasRemaining(); at = all.position()) {
                    if (base.read(all, at) < 0) {
                        break;
                    }
                }
                copy.write(all.flip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            WRITTEN.incrementAndGet();
            return base.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            WRITTEN.incrementAndGet();
            return base.write(source);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return base.read(target);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            base.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }

    static void register() {
        FilePath.register(new Disk());
    }
}
