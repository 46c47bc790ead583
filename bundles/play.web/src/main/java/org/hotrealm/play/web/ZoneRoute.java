package org.hotrealm.play.web;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.hotrealm.content.api.Content;
import org.hotrealm.net.api.HttpCall;
import org.hotrealm.net.api.HttpReply;
import org.hotrealm.net.api.HttpRoute;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Serves the maps of the zones in force, which change while people play. */
@Component
public final class ZoneRoute implements HttpRoute {

    private static final Pattern FILE = Pattern.compile("([A-Za-z0-9_-]{1,64})\\.json");

    private final Content content;
    private volatile @Nullable Packed last;

    /** Serves the zones of this content. */
    @Activate
    public ZoneRoute(@Reference Content content) {
        this.content = content;
    }

    @Override
    public String prefix() {
        return "/zones/";
    }

    @Override
    public CompletionStage<HttpReply> handle(HttpCall call) {
        return CompletableFuture.completedStage(answer(call));
    }

    private HttpReply answer(HttpCall call) {
        if (!Replies.reads(call)) {
            return Replies.notAllowed(call);
        }
        List<String> parts = call.parts();
        var file = FILE.matcher(parts.size() == 2 ? parts.get(1) : "");
        byte[] map = file.matches() ? content.zoneFile(file.group(1)) : new byte[0];
        if (map.length == 0) {
            return HttpReply.json(404, "{\"code\":404,\"error\":\"there is no such zone\"}");
        }
        return Replies.file(call, packed(map), "no-cache");
    }

    /** Packing a map costs some milliseconds, so that of the map asked for last is kept. */
    private Asset packed(byte[] map) {
        Packed known = last;
        if (known == null || known.map() != map) {
            known = new Packed(map, Asset.of("zone.json", map));
            last = known;
        }
        return known.asset();
    }

    private record Packed(byte[] map, Asset asset) {}
}
