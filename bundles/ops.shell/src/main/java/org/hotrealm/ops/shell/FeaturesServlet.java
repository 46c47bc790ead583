package org.hotrealm.ops.shell;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.hotrealm.ops.api.FeatureSets;
import org.hotrealm.ops.api.SwapRequest;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /features} on the operator's port. {@code GET} lists them. {@code POST} with {@code {"way": "upgrade", "feature": …}}
 * changes one and answers with what became of it: status 200 for done, 409 for refused or rolled back; with
 * {@code Accept: text/event-stream} it tells each {@code step} as it begins, and the {@code outcome} at the end. All of it is
 * described in {@code /openapi.json}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/features")
@HttpWhiteboardServletAsyncSupported
public final class FeaturesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Post<FeatureSets.Request, FeatureSets.Outcome> POST = new Post<>(
            Wanted.class, "{\"way\": \"upgrade\", \"feature\": \"…\"}", "outcome", FeatureSets.Outcome::done);

    private final transient Parts parts;
    private final transient Guard guard;

    /** The body of a request. */
    record Wanted(
            @Nullable String way,
            @Nullable String feature,
            @Nullable String soak,
            @Nullable Boolean dryRun,
            @Nullable String who)
            implements Post.Body<FeatureSets.Request> {

        @Override
        public FeatureSets.Request request(String address) {
            if (feature == null || feature.isBlank()) {
                throw new Words.NotUnderstood("\"feature\" is missing: a file, name/version, or a name");
            }
            return new FeatureSets.Request(
                    parsedWay(),
                    feature,
                    soak == null || soak.isBlank() ? SwapRequest.DEFAULT_SOAK : Deeds.time(soak),
                    Boolean.TRUE.equals(dryRun),
                    Deeds.asker(who, address));
        }

        private FeatureSets.Way parsedWay() {
            try {
                return FeatureSets.Way.valueOf(String.valueOf(way).toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new Words.NotUnderstood(
                        "\"way\" is '%s'; write install, upgrade, downgrade or remove".formatted(way));
            }
        }
    }

    /** A servlet upon these parts. */
    @Activate
    public FeaturesServlet(BundleContext context, @Reference Parts parts) {
        this.parts = parts;
        guard = Guard.of(context);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.refused(request, response)) {
            return;
        }
        try {
            Bodies.json(response, 200, parts.features().list());
        } catch (Words.NotUnderstood e) {
            Bodies.error(response, 503, e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (guard.refused(request, response)) {
            return;
        }
        POST.answer(request, response, () -> {
            FeatureSets features = parts.features();
            return (asked, progress) -> Deeds.feature(features, asked, progress);
        });
    }
}
