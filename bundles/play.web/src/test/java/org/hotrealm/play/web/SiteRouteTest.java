package org.hotrealm.play.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.hotrealm.net.api.HttpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SiteRouteTest {

    private static final String SCRIPT = "let realm = 1;\n".repeat(100);

    private final SiteRoute route = new SiteRoute(Map.of(
            "index.html", Asset.of("index.html", "<p>hi</p>".getBytes(UTF_8)),
            "assets/app-1.js", Asset.of("app-1.js", SCRIPT.getBytes(UTF_8))));

    @Test
    void rootIsThePage() {
        HttpReply reply = Calls.get(route, "/");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.type()).isEqualTo("text/html; charset=utf-8");
        assertThat(reply.body()).asString(UTF_8).isEqualTo("<p>hi</p>");
    }

    @Test
    void pageForbidsForeignAndInlineScripts() {
        String policy = Calls.get(route, "/").headers().get("Content-Security-Policy");

        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe");
    }

    @Test
    void pageIsAskedForEachTimeAndNamedAssetsAreKept() {
        assertThat(Calls.get(route, "/").headers()).containsEntry("Cache-Control", "no-cache");
        assertThat(Calls.get(route, "/assets/app-1.js").headers().get("Cache-Control"))
                .contains("immutable");
    }

    @Test
    void knownFileIsNotSentAgain() {
        String tag = Objects.requireNonNull(Calls.get(route, "/").headers().get("ETag"));

        HttpReply again = Calls.get(route, "/", Map.of("if-none-match", tag));

        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void browserThatTakesGzipGetsFewerBytes() throws IOException {
        HttpReply reply = Calls.get(route, "/assets/app-1.js", Map.of("accept-encoding", "br;q=1.0, gzip"));

        assertThat(reply.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(reply.body().length).isLessThan(SCRIPT.length());
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            assertThat(unpacked.readAllBytes()).asString(UTF_8).isEqualTo(SCRIPT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "identity", "gzip;q=0"})
    void browserThatRefusesGzipGetsThePlainFile(String encodings) {
        HttpReply reply = Calls.get(route, "/assets/app-1.js", Map.of("accept-encoding", encodings));

        assertThat(reply.headers()).doesNotContainKey("Content-Encoding");
        assertThat(reply.body()).asString(UTF_8).isEqualTo(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/../pom.xml",
                "/%2e%2e/pom.xml",
                "/assets/..%2f..%2fpom.xml",
                "//index.html",
                "/assets/",
                "/org/hotrealm/play/web/SiteRoute.class"
            })
    void otherPathsLeadNowhere(String target) {
        assertThat(Calls.get(route, target).status()).isEqualTo(404);
    }

    @Test
    void writingIsRefused() {
        HttpReply reply = Calls.call(route, "POST", "/", Map.of());

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.headers()).containsEntry("Allow", "GET, HEAD");
    }

    @Test
    void bundleHoldsThePageAndEverythingItNames() {
        SiteRoute real = new SiteRoute();
        String page = new String(Calls.get(real, "/").body(), UTF_8);

        var names = java.util.regex.Pattern.compile("(?:src|href)=\"(/[^\"]+)\"")
                .matcher(page)
                .results()
                .toList();

        assertThat(names).hasSizeGreaterThanOrEqualTo(2);
        assertThat(names)
                .allSatisfy(name -> assertThat(Calls.get(real, name.group(1)).status())
                        .as(name.group(1))
                        .isEqualTo(200));
    }
}
