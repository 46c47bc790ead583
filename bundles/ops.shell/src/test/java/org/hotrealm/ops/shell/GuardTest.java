package org.hotrealm.ops.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GuardTest {

    private static HttpServletRequest request(String address, Map<String, String> headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                GuardTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRemoteAddr" -> address;
                    case "getHeader" -> headers.get(String.valueOf(arguments[0]));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void withoutATokenThisMachineMay() {
        Guard guard = new Guard("");
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Host", "localhost:2568"))))
                .isEmpty();
        assertThat(guard.refusal(request("0:0:0:0:0:0:0:1", Map.of("Host", "[::1]:2568"))))
                .isEmpty();
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Host", "127.0.0.1", "Origin", "http://localhost:2568"))))
                .isEmpty();
    }

    @Test
    void withoutATokenNobodyElseMay() {
        Guard guard = new Guard("");
        assertThat(guard.refusal(request("10.0.0.7", Map.of("Host", "localhost:2568"))))
                .isPresent();
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Host", "evil.example:2568"))))
                .as("a name that resolves to this machine")
                .isPresent();
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Host", "localhost", "Origin", "https://evil.example"))))
                .as("a page of somebody else in a browser here")
                .isPresent();
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Host", "localhost", "Origin", "null"))))
                .isPresent();
        assertThat(guard.refusal(request("127.0.0.1", Map.of()))).isPresent();
    }

    @Test
    void withATokenOnlyWhoShowsItMay() {
        Guard guard = new Guard("s3cret");
        assertThat(guard.refusal(request("10.0.0.7", Map.of("Authorization", "Bearer s3cret"))))
                .isEmpty();
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Host", "localhost"))))
                .isPresent();
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Authorization", "Bearer s3cre"))))
                .isPresent();
        assertThat(guard.refusal(request("127.0.0.1", Map.of("Authorization", "Basic s3cret"))))
                .isPresent();
    }
}
