package org.hotrealm.itests.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.hotrealm.itests.harness.Distribution;

/** A real redis-server on a free port, keeping nothing. */
final class RedisProcess implements AutoCloseable {

    private final Process process;
    private final int port;

    RedisProcess(Path folder) {
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

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
