package org.hotrealm.net.api;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request.
 *
 * @param method in upper case
 * @param target the path and query as they came
 * @param headers by lower-case name, each as first given
 * @param body the whole body; empty for none
 * @param address the client's address; from proxy headers only where the proxy is trusted
 * @param query the decoded query, first value of each name; a name without value maps to the empty string
 */
public record HttpCall(
        String method,
        URI target,
        Map<String, String> headers,
        byte[] body,
        String address,
        Map<String, String> query) {

    /** Copies the maps. */
    public HttpCall {
        headers = Map.copyOf(headers);
        query = Map.copyOf(query);
    }

    /** The decoded path. */
    public String path() {
        return target.getPath();
    }

    /** The path's parts between slashes, empty ones left out. */
    public List<String> parts() {
        return java.util.Arrays.stream(path().split("/"))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A header by lower-case name, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
