package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallPartsTest {

    @Test
    void forwardingHeadersCountOnlyFromTrustedProxies() {
        Networks proxies = Networks.parse("10.0.0.0/8", "::1");
        Map<String, String> headers = Map.of("x-forwarded-for", "6.6.6.6, 1.2.3.4, 10.9.9.9");
        assertThat(Calls.address("9.9.9.9", headers, proxies)).isEqualTo("9.9.9.9");
        assertThat(Calls.address("10.1.1.1", headers, proxies)).isEqualTo("1.2.3.4");
        assertThat(Calls.address("10.1.1.1", Map.of("x-real-ip", "5.5.5.5"), proxies))
                .isEqualTo("5.5.5.5");
        assertThat(Calls.address("10.1.1.1", Map.of(), proxies)).isEqualTo("10.1.1.1");
    }

    @Test
    void networksAreRefusedByTheirText() {
        assertThatThrownBy(() -> Networks.parse("10.0.0.0/99")).hasMessageContaining("10.0.0.0/99");
        assertThatThrownBy(() -> Networks.parse("proxy.example")).hasMessageContaining("proxy.example");
        assertThat(Networks.parse("192.168.1.128/25").contains("192.168.1.200")).isTrue();
        assertThat(Networks.parse("192.168.1.128/25").contains("192.168.1.100")).isFalse();
        assertThat(Networks.parse("192.168.1.128/25").contains("nonsense")).isFalse();
    }

    @Test
    void portsComeFromTheFirstThatIsGiven() {
        assertThat(TransportComponent.port(null, "")).isEqualTo(-1);
        assertThat(TransportComponent.port(null, " 99 ")).isEqualTo(99);
        assertThat(TransportComponent.port("12", "99")).isEqualTo(12);
        assertThatThrownBy(() -> TransportComponent.port("many")).hasMessageContaining("PORT is 'many'");
    }

    @Test
    void aBucketGivesASecondOfCreditAndThenItsRate() {
        Bucket bucket = new Bucket(10);
        for (int i = 0; i < 10; i++) {
            assertThat(bucket.take(0)).isTrue();
        }
        assertThat(bucket.take(0)).isFalse();
        assertThat(bucket.take(2_000_000_000L)).isTrue();
    }

    @Test
    void targetsWithCharactersThatBelongEncodedAreTaken() {
        assertThat(Calls.target("/a/b?x={1}|2&y=%20").getPath()).isEqualTo("/a/b");
        assertThat(Calls.target("/a%20b/c^d").getPath()).isEqualTo("/a b/c^d");
    }

    @Test
    void settingsOutOfRangeAreRefusedByKeyAndValue() {
        assertThatThrownBy(() -> new Settings(
                        "h",
                        70_000,
                        1,
                        0,
                        64,
                        1,
                        1,
                        4096,
                        100,
                        200,
                        100,
                        100,
                        64,
                        java.util.Set.of(),
                        Networks.parse(),
                        true))
                .hasMessageContaining("port in the configuration")
                .hasMessageContaining("70000");
    }
}
