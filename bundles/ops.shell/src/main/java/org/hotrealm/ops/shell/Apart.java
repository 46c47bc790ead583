package org.hotrealm.ops.shell;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that may take a while, on a thread of their own. The port's thread goes back meanwhile: it stands inside code that
 * both ports share, which may be compiled with classes of the players' port in it, and those would stay in memory for as long
 * as somebody stands there, so also until a swap of that very bundle has been answered.
 */
final class Apart {

    private static final Logger LOG = LoggerFactory.getLogger(Apart.class);

    private Apart() {}

    /** What answers. */
    interface Work {
        void run() throws IOException;
    }

    static void run(HttpServletRequest request, HttpServletResponse response, Work work) {
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(0);
        Thread.ofPlatform().daemon().name("operator-answer").start(() -> {
            try {
                work.run();
            } catch (IOException e) {
                LOG.debug("whoever asked has gone away", e);
            } catch (RuntimeException | Error e) {
                LOG.warn("a request of an operator failed", e);
                if (!response.isCommitted()) {
                    response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
                }
            } finally {
                async.complete();
            }
        });
    }
}
