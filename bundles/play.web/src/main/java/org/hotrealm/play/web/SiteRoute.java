package org.hotrealm.play.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Serves the browser client. All its files are read once, from the bundle; a path is only ever looked up among their
 * names, so that none leads elsewhere.
 */
@Component
public final class SiteRoute implements HttpRoute {

    private static final String FOLDER = "/site/";
    private static final String LIST = FOLDER + "files.txt";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK = "no-cache";

    private final Map<String, Asset> assets;

    /** Reads the files that the build packed. */
    @Activate
    public SiteRoute() {
        this(packed());
    }

    SiteRoute(Map<String, Asset> assets) {
        this.assets = Map.copyOf(assets);
    }

    @Override
    public String prefix() {
        return "/";
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpCall call) {
        return CompletableFuture.completedStage(answer(call));
    }

    private HttpReply answer(HttpCall call) {
        String path = call.path();
        String name = path != null && path.startsWith("/") ? path.substring(1) : "?";
        Asset asset = assets.get(name.isEmpty() ? "index.html" : name);
        if (asset == null) {
            return HttpReply.json(404, "{\"code\":404,\"error\":\"there is nothing at this address\"}");
        }
        return Replies.reads(call)
                ? Replies.file(call, asset, name.startsWith("assets/") ? FOREVER : ASK)
                : Replies.notAllowed(call);
    }

    private static Map<String, Asset> packed() {
        Map<String, Asset> assets = new HashMap<>();
        List<String> names =
                new String(read(LIST), StandardCharsets.UTF_8).lines().toList();
        for (String name : names) {
            assets.put(name, Asset.of(name, read(FOLDER + name)));
        }
        return assets;
    }

    private static byte[] read(String resource) {
        try (InputStream in = SiteRoute.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the bundle lacks %s: build it with npm and Maven, not from classes alone".formatted(resource));
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read %s from the bundle".formatted(resource), broken);
        }
    }
}
