package org.hotrealm.itests.harness;

import java.io.IOException;
import java.nio.file.Path;

/** A real redis-server on a free port, keeping nothing. Closing ends it. */
public final class RedisProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    /** Starts one that writes its log to this folder. */
    public RedisProcess(Path folder) {
        port = Distribution.freePort();
        try {
            process = new ProcessBuilder(
                            "redis-server", "--port", Integer.toString(port), "--bind", "127.0.0.1", "--save", "")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("redis-server was not found. Install it: apt-get install redis-server", e);
        }
    }

    /** For {@code REDIS_URL}. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
