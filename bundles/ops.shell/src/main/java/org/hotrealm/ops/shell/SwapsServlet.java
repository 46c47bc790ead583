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
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /swaps} on the operator's port. {@code GET} lists the records, {@code GET /swaps/7} gives one, {@code GET /swaps/current}
 * tells how far the swap under way is. {@code POST} with {@code {"file": …}} or {@code {"bundle": "name/version"}} swaps and answers
 * with the record: status 200 for done, 409 for refused or rolled back; with {@code Accept: text/event-stream} it tells each {@code
 * step} as it begins, and the {@code record} at the end. All of it is described in {@code /openapi.json}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/swaps", "/swaps/*"})
@HttpWhiteboardServletAsyncSupported
public final class SwapsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

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
            @Nullable String who) {

        SwapRequest request(String address) {
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
                Bodies.json(response, 200, parts.swaps().records());
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

    private void one(String id, HttpServletResponse response) throws IOException {
        Optional<SwapRecord> found = parts.swaps().records().stream()
                .filter(record -> Long.toString(record.id()).equals(id))
                .findFirst();
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
        Optional<Wanted> wanted = request.getPathInfo() == null ? Bodies.read(request, Wanted.class) : Optional.empty();
        if (wanted.isEmpty()) {
            Bodies.json(
                    response,
                    400,
                    Map.of(
                            "error",
                            "send {\"file\": \"…\"} to /swaps as application/json; /openapi.json describes it"));
            return;
        }
        SwapRequest asked;
        try {
            asked = wanted.get().request(request.getRemoteAddr());
        } catch (Words.NotUnderstood e) {
            Bodies.error(response, 400, e);
            return;
        }
        Apart.run(request, response, () -> swap(asked, request, response));
    }

    private void swap(SwapRequest asked, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            answer(asked, request, response);
        } catch (Words.NotUnderstood e) {
            Bodies.error(response, 400, e);
        }
    }

    private void answer(SwapRequest asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Deeds deeds = new Deeds(parts);
        if (Events.wanted(request)) {
            // Asked for before the first byte is sent: then it can still be refused with a status.
            parts.swaps();
            Events events = new Events(response);
            events.event("record", Bodies.json(deeds.swap(asked, events::step)));
            return;
        }
        SwapRecord record = deeds.swap(asked, step -> {});
        boolean ok = record.succeeded() || record.verdict() == Verdict.DRY_RUN;
        Bodies.json(response, ok ? 200 : 409, record);
    }
}
