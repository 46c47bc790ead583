package org.hotrealm.ops.status;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hotrealm.ops.api.OperatorGuard;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's page at {@code /status/}; {@code /} leads to it. The page itself is anybody's who reaches the port; what it shows
 * ({@code /status/data}, {@code /status/events}) is guarded as the shell is.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/", "/status", "/status/*"})
@HttpWhiteboardServletAsyncSupported
public final class StatusServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int MOST_PAGES = 50;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");
    private static final Set<String> FILES =
            Set.of("index.html", "status.css", "status.js", "views.js", "dom.js", "log.js", "words.js", "icon.svg");

    private final transient Parts parts;
    private final transient Look look;
    private final transient JsonMapper json = JsonMapper.builder().build();
    private final transient Set<Thread> pages = ConcurrentHashMap.newKeySet();

    /** A page about these parts. */
    @Activate
    public StatusServlet(BundleContext context, @Reference Parts parts) {
        this.parts = parts;
        this.look = new Look(parts, context);
    }

    /** Nobody is told anything more; none of its threads is left. */
    @Deactivate
    void close() {
        for (Thread page : pages) {
            page.interrupt();
        }
        for (Thread page : pages) {
            try {
                page.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        switch (path) {
            case "", "/", "/status" -> response.sendRedirect(request.getContextPath() + "/status/");
            case "/favicon.ico" -> file("icon.svg", response);
            case "/status/" -> file("index.html", response);
            case "/status/data" -> {
                if (allowed(request, response)) {
                    answer(response, 200, "application/json; charset=utf-8", json.writeValueAsBytes(look.now()));
                }
            }
            case "/status/events" -> {
                if (allowed(request, response)) {
                    follow(request, response);
                }
            }
            default -> file(path.replaceFirst("^/status/", ""), response);
        }
    }

    private boolean allowed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OperatorGuard guard = parts.guard;
        Optional<String> refusal = guard == null
                ? Optional.of("the guard (ops.shell) is not running, so nobody is let in")
                : guard.refusal(
                        request.getRemoteAddr(),
                        request.getHeader("Host"),
                        request.getHeader("Origin"),
                        request.getHeader("Authorization"));
        if (refusal.isPresent()) {
            byte[] why = json.writeValueAsBytes(Map.of("error", refusal.get()));
            answer(response, guard == null ? 503 : 403, "application/json; charset=utf-8", why);
        }
        return refusal.isEmpty();
    }

    private void follow(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (pages.size() >= MOST_PAGES) {
            byte[] why = json.writeValueAsBytes(Map.of("error", "%d pages are open already".formatted(MOST_PAGES)));
            answer(response, 503, "application/json; charset=utf-8", why);
            return;
        }
        response.setContentType("text/event-stream; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(0);
        Stream stream = new Stream(exchange, look, parts, json, () -> pages.remove(Thread.currentThread()));
        Thread page = Thread.ofVirtual().name("status-page").unstarted(stream);
        pages.add(page);
        page.start();
    }

    private static void file(String name, HttpServletResponse response) throws IOException {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream file = FILES.contains(name) ? StatusServlet.class.getResourceAsStream(name) : null) {
            if (file == null || type == null) {
                byte[] why = "there is nothing here; / is the operator's page\n".getBytes(StandardCharsets.UTF_8);
                answer(response, 404, "text/plain; charset=utf-8", why);
                return;
            }
            response.setHeader(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                            + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
            answer(response, 200, type, file.readAllBytes());
        }
    }

    private static void answer(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
