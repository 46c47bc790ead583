package org.hotrealm.ops.status;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hotrealm.ops.api.LogLine;
import org.hotrealm.ops.api.Logs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** One page that is looked at: tells it how the server is, twice a second, until it is closed. Runs on a thread of its own. */
final class Stream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Stream.class);
    private static final long EVERY_MILLIS = 500;
    private static final int MOST_LINES = 200;

    private final AsyncContext exchange;
    private final Look look;
    private final Parts parts;
    private final JsonMapper json;
    private final Runnable ended;
    private long lastLine;

    Stream(AsyncContext exchange, Look look, Parts parts, JsonMapper json, Runnable ended) {
        this.exchange = exchange;
        this.look = look;
        this.parts = parts;
        this.json = json;
        this.ended = ended;
    }

    @Override
    public void run() {
        try {
            OutputStream out = exchange.getResponse().getOutputStream();
            while (!Thread.currentThread().isInterrupted()) {
                send(out, "status", json.writeValueAsString(look.now()));
                tellLog(out);
                exchange.getResponse().flushBuffer();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.debug("a status page was closed", e);
        } catch (RuntimeException e) {
            LOG.warn("the status page cannot be told how the server is", e);
        } finally {
            ended.run();
            finish();
        }
    }

    private void finish() {
        try {
            exchange.complete();
        } catch (IllegalStateException e) {
            LOG.debug("the connection of a status page was over before", e);
        }
    }

    private void tellLog(OutputStream out) throws IOException {
        Logs logs = parts.logs;
        List<LogLine> lines = logs == null ? List.of() : logs.after(lastLine, MOST_LINES);
        if (!lines.isEmpty()) {
            lastLine = lines.getLast().id();
            send(out, "log", json.writeValueAsString(lines));
        }
    }

    private static void send(OutputStream out, String event, String data) throws IOException {
        out.write("event: %s\ndata: %s\n\n".formatted(event, data).getBytes(StandardCharsets.UTF_8));
    }
}
