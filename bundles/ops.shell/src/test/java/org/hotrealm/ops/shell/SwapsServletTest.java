package org.hotrealm.ops.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.hotrealm.ops.api.SwapRequest;
import org.hotrealm.ops.api.Swaps;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.BundleContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SwapsServletTest {

    private static final long RECORDS = 1200;

    private final Parts parts = new Parts();
    private final SwapsServlet servlet = new SwapsServlet(fake(BundleContext.class, (method, args) -> null), parts);
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    private interface Answers {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private static SwapRecord done(long id) {
        List<SwapRecord.Part> none = List.of();
        return new SwapRecord(
                id,
                1,
                "me",
                "a.jar",
                "a",
                "1",
                "2",
                Verdict.DONE,
                "done",
                none,
                List.of(),
                List.of(),
                List.of(),
                SwapRecord.Plan.NONE);
    }

    /** A node of which so many records are told, newest first. */
    private static final class Node implements Swaps {
        @Override
        public CompletionStage<SwapRecord> swap(SwapRequest request, Consumer<String> progress) {
            return CompletableFuture.completedStage(done(1));
        }

        @Override
        public List<SwapRecord> records() {
            return LongStream.iterate(RECORDS, id -> id > 0, id -> id - 1)
                    .mapToObj(SwapsServletTest::done)
                    .toList();
        }
    }

    private JsonNode get(@Nullable String path, @Nullable String limit) throws IOException {
        servlet.doGet(request(path, limit), response());
        return JsonMapper.builder().build().readTree(body.toByteArray());
    }

    private static HttpServletRequest request(@Nullable String path, @Nullable String limit) {
        return fake(HttpServletRequest.class, (method, arguments) -> switch (method) {
            case "getPathInfo" -> path;
            case "getParameter" -> limit;
            case "getRemoteAddr" -> "127.0.0.1";
            case "getHeader" -> arguments[0].equals("Host") ? "localhost" : null;
            default -> null;
        });
    }

    private HttpServletResponse response() {
        ServletOutputStream out = new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void write(int each) {
                body.write(each);
            }
        };
        return fake(HttpServletResponse.class, (method, arguments) -> {
            if (method.equals("setStatus")) {
                status = (int) arguments[0];
            }
            return method.equals("getOutputStream") ? out : null;
        });
    }

    @ParameterizedTest
    @CsvSource({", 50", "1, 1", "3, 3", "1000, 1000"})
    void theNewestRecordsAreListedAsManyAsAreAskedFor(@Nullable String limit, int count) throws IOException {
        parts.swaps = new Node();

        JsonNode listed = get(null, limit);

        assertThat(status).isEqualTo(200);
        assertThat(listed.size()).isEqualTo(count);
        assertThat(listed.path(0).path("id").asLong()).isEqualTo(RECORDS);
        assertThat(listed.path(count - 1).path("id").asLong()).isEqualTo(RECORDS - count + 1);
    }

    @ParameterizedTest
    @CsvSource({"0, is 0", "-1, is -1", "1001, is 1001", "all, 'all'", "'', ''", "99999999999, 99999999999"})
    void anotherLimitIsRefusedAndSaysWhichOnesThereAre(String limit, String word) throws IOException {
        parts.swaps = new Node();

        String error = get("/", limit).path("error").asString();

        assertThat(status).isEqualTo(400);
        assertThat(error).contains(word).containsAnyOf("give 1 to 1000", "no whole number");
    }

    @Test
    void theDescriptionTellsTheLimits() throws IOException {
        JsonNode schema = JsonMapper.builder()
                .build()
                .readTree(DescriptionServlet.description())
                .at("/paths/~1swaps/get/parameters/0/schema");

        assertThat(Stream.of("minimum", "default", "maximum")
                        .map(name -> SwapsServlet.most(schema.path(name).asString())))
                .containsExactly(1, SwapsServlet.most(null), 1000);
    }

    @Test
    void anOldRecordIsThereByItsNumber() throws IOException {
        parts.swaps = new Node();

        assertThat(get("/7", null).path("id").asLong()).isEqualTo(7);
        body.reset();
        assertThat(get("/1201", null).path("error").asString()).contains("no record of a swap '1201'");
        assertThat(status).isEqualTo(404);
    }

    @Test
    void whereNobodySwapsItIsToldThatNobodyDoes() throws IOException {
        assertThat(get(null, null).path("error").asString()).contains("ops.upgrade");
        assertThat(status).isEqualTo(503);
    }

    @Test
    void aBodyThatIsNoRequestIsToldWhatToSend() throws IOException {
        servlet.doPost(request(null, null), response());

        assertThat(status).isEqualTo(400);
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("/openapi.json");
    }
}
