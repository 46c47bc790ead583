package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    private static final Networks PROXIES = Networks.parse("proxies.trusted", "10.0.0.0/8", "::1");

    private static HttpFields headers(String... namesAndValues) {
        HttpFields.Mutable headers = HttpFields.build();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For | 6.6.6.6, 1.2.3.4, 10.9.9.9 | 1.2.3.4",
                "X-Forwarded-For | 10.9.9.9, 10.8.8.8 | 10.9.9.9",
                "X-Forwarded-For | 1.2.3.4:5678 | 1.2.3.4",
                "X-Forwarded-For | 6.6.6.6, made-up.example | 10.1.1.1",
                "X-Forwarded-For | 6.6.6.6, made-up.example, 10.9.9.9 | 10.9.9.9",
                "X-Forwarded-For | 2001:db8::7 | 2001:db8:0:0:0:0:0:7",
                "X-Real-IP | 5.5.5.5 | 5.5.5.5",
                "X-Real-IP | nonsense | 10.1.1.1",
                "Forwarded | for=6.6.6.6, for=1.2.3.4;proto=https;by=10.1.1.1 | 1.2.3.4",
                "Forwarded | proto=https;For=\"[2001:db8::7]:4711\" | 2001:db8:0:0:0:0:0:7",
                "Forwarded | for=6.6.6.6, for=_hidden | 10.1.1.1",
                "Forwarded | for=6.6.6.6, proto=https | 10.1.1.1"
            })
    void ofATrustedProxyTheLastHopThatIsNoneCounts(String header, String value, String client) {
        assertThat(ClientAddress.of("10.1.1.1", headers(header, value), PROXIES))
                .isEqualTo(client);
        assertThat(ClientAddress.of("9.9.9.9", headers(header, value), PROXIES))
                .as("from outside")
                .isEqualTo("9.9.9.9");
    }

    @Test
    void aLineThatTheProxyAddsCountsMoreThanOneTheClientSent() {
        HttpFields headers = headers("X-Forwarded-For", "6.6.6.6", "X-Forwarded-For", "1.2.3.4");
        assertThat(ClientAddress.of("10.1.1.1", headers, PROXIES)).isEqualTo("1.2.3.4");
        assertThat(ClientAddress.of("10.1.1.1", headers(), PROXIES)).isEqualTo("10.1.1.1");
    }

    @Test
    void addressesOfOneCustomerAreCountedTogether() {
        assertThat(Door.site("2001:db8:1:2::1")).isEqualTo(Door.site("2001:db8:1:2:ffff::9"));
        assertThat(Door.site("2001:db8:1:2::1")).isNotEqualTo(Door.site("2001:db8:1:3::1"));
        assertThat(Door.site("1.2.3.4")).isNotEqualTo(Door.site("1.2.3.5"));
    }
}
