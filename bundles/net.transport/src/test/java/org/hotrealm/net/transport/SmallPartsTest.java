package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SmallPartsTest {

    @Test
    void networksAreRefusedByTheirText() {
        assertThatThrownBy(() -> Networks.parse("proxies.trusted", "10.0.0.0/99"))
                .hasMessageContaining("10.0.0.0/99");
        assertThatThrownBy(() -> Networks.parse("proxies.trusted", "proxy.example"))
                .hasMessageContaining("proxy.example");
        assertThat(Networks.parse("proxies.trusted", "192.168.1.128/25").contains("192.168.1.200"))
                .isTrue();
        assertThat(Networks.parse("proxies.trusted", "192.168.1.128/25").contains("192.168.1.100"))
                .isFalse();
        assertThat(Networks.parse("proxies.trusted", "192.168.1.128/25").contains("nonsense"))
                .isFalse();
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
        assertThatThrownBy(() -> Configured.with("port", 70_000))
                .hasMessageContaining("port in the configuration")
                .hasMessageContaining("70000");
    }
}
