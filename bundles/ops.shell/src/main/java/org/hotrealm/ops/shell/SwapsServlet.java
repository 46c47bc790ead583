package org.hotrealm.ops.shell;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /swaps} on the operator's port. {@code GET} lists the records. {@code POST} with {@code {"file": …}} or {@code
 * {"bundle": "name/version"}}, and if wanted {@code rooms}, {@code soak}, {@code dryRun}, swaps and answers with the record:
 * status 200 for done, 409 for refused or rolled back.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/swaps")
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
            @Nullable Boolean dryRun) {

        SwapRequest request(String who) {
            String source = file != null ? file : bundle == null ? "" : bundle;
            String ids = rooms == null ? "" : String.join(",", rooms);
            return Deeds.request(
                    source,
                    ids,
                    canary == null ? "" : canary,
                    Boolean.TRUE.equals(hold),
                    soak == null ? "" : soak,
                    Boolean.TRUE.equals(dryRun),
                    who);
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
        try {
            Bodies.json(response, 200, parts.swaps().records());
        } catch (Words.NotUnderstood e) {
            Bodies.json(response, 503, error(e));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> refusal = guard.refusal(request);
        if (refusal.isPresent()) {
            Bodies.json(response, 403, Map.of("error", refusal.get()));
            return;
        }
        Optional<Wanted> wanted = Bodies.read(request, Wanted.class);
        if (wanted.isEmpty()) {
            Bodies.json(response, 400, Map.of("error", "send {\"file\": \"…\"} as application/json"));
            return;
        }
        try {
            SwapRecord record =
                    new Deeds(parts).swap(wanted.get().request("http " + request.getRemoteAddr()), step -> {});
            boolean ok = record.succeeded() || record.verdict() == Verdict.DRY_RUN;
            Bodies.json(response, ok ? 200 : 409, record);
        } catch (Words.NotUnderstood e) {
            Bodies.json(response, 400, error(e));
        }
    }

    private static Map<String, String> error(Words.NotUnderstood e) {
        return Map.of("error", String.valueOf(e.getMessage()));
    }
}
