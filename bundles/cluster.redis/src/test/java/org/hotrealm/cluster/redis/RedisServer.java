package org.hotrealm.cluster.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real redis-server of the machine, on a port of its own, that keeps nothing. */
final class RedisServer implements AutoCloseable {

    private final int port;
    private final Path folder;
    private @Nullable Process process;

    private RedisServer(int port, Path folder) {
        this.port = port;
        this.folder = folder;
    }

    /** Starts one on a free port. */
    static RedisServer start(String... options) throws Exception {
        RedisServer server = new RedisServer(freePort(), Files.createTempDirectory("redis"));
        server.run(options);
        return server;
    }

    /** Starts one on this port. */
    static RedisServer startOn(int port) throws Exception {
        RedisServer server = new RedisServer(port, Files.createTempDirectory("redis"));
        server.run();
        return server;
    }

    /** A port nobody listens on now. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** Starts it, again after {@link #kill}, and waits until it answers. */
    void run(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "redis-server",
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString()));
        command.addAll(List.of(options));
        try {
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("redis-server was not found. Install it: apt-get install redis-server", e);
        }
        awaitPong(process);
    }

    private void awaitPong(Process started) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("redis-server did not start:\n" + Files.readString(folder.resolve("log")));
            }
            Thread.onSpinWait();
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it at once, with all it held. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
