package org.hotrealm.ops.shell;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotrealm.ops.api.SwapProgress;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /swaps} on the operator's port. {@code GET} lists the newest records ({@code ?limit=200}: so many), {@code GET /swaps/7}
 * gives one, {@code GET /swaps/current} tells how far the swap under way is. {@code POST} with {@code {"file": …}} or {@code
 * {"bundle": "name/version"}} swaps and answers with the record: status 200 for done, 409 for refused or rolled back; with {@code
 * Accept: text/event-stream} it tells each {@code step} as it begins, and the {@code record} at the end. All of it is described in
 * {@code /openapi.json}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/swaps", "/swaps/*"})
@HttpWhiteboardServletAsyncSupported
public final class SwapsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int USUAL = 50;
    private static final int MOST = 1000;

    private static final Post<SwapRequest, SwapRecord> POST =
            new Post<>(Wanted.class, "{\"file\": \"…\"}", "record", Deeds::well);

    private final transient Parts parts;
    private final transient Guard guard;

    /** The body of a request. */
    record Wanted(
            @Nullable String file,
            @Nullable String bundle,
            @Nullable List<String> rooms,
            @Nullable String canary,
            @Nullable Boolean hold,
            @Nullable String soak,
            @Nullable Boolean dryRun,
            @Nullable String who)
            implements Post.Body<SwapRequest> {

        @Override
        public SwapRequest request(String address) {
            String source = file != null ? file : bundle == null ? "" : bundle;
            String ids = rooms == null ? "" : String.join(",", rooms);
            return Deeds.request(
                    source,
                    ids,
                    canary == null ? "" : canary,
                    Boolean.TRUE.equals(hold),
                    soak == null ? "" : soak,
                    Boolean.TRUE.equals(dryRun),
                    Deeds.asker(who, address));
        }
    }

    /** A servlet upon these parts. */
    @Activate
    public SwapsServlet(BundleContext context, @Reference Parts parts) {
        this.parts = parts;
        guard = Guard.of(context);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.refused(request, response)) {
            return;
        }
        String path = request.getPathInfo();
        try {
            if (path == null || path.equals("/")) {
                list(request, response);
            } else if (path.equals("/current")) {
                current(response);
            } else {
                one(path.substring(1), response);
            }
        } catch (Words.NotUnderstood e) {
            Bodies.error(response, 503, e);
        }
    }

    private void current(HttpServletResponse response) throws IOException {
        Optional<SwapProgress> now = parts.swaps().underWay();
        if (now.isPresent()) {
            Bodies.json(response, 200, now.get());
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        }
    }

    private void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int most;
        try {
            most = most(request.getParameter("limit"));
        } catch (Words.NotUnderstood e) {
            Bodies.error(response, 400, e);
            return;
        }
        Bodies.json(response, 200, parts.swaps().records().stream().limit(most).toList());
    }

    /** A server that is swapped for years does not tell all of it at once. */
    static int most(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        int most = Looks.number(limit);
        if (most < 1 || most > MOST) {
            throw new Words.NotUnderstood(
                    "limit is %d; give 1 to %d, and older ones by their number, as in /swaps/7".formatted(most, MOST));
        }
        return most;
    }

    private void one(String id, HttpServletResponse response) throws IOException {
        Optional<SwapRecord> found =
                id.matches("\\d{1,18}") ? parts.swaps().record(Long.parseLong(id)) : Optional.empty();
        if (found.isPresent()) {
            Bodies.json(response, 200, found.get());
        } else {
            Bodies.json(response, 404, Map.of("error", "there is no record of a swap '%s'".formatted(id)));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.refused(request, response)) {
            return;
        }
        if (request.getPathInfo() != null) {
            Bodies.json(response, 405, Map.of("error", "post to /swaps; its records are only there to be read"));
            return;
        }
        POST.answer(request, response, () -> {
            Swaps swaps = parts.swaps();
            return (asked, progress) -> Deeds.swap(swaps, asked, progress);
        });
    }
}
