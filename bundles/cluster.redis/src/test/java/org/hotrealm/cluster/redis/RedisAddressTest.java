package org.hotrealm.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {

    @Test
    void oneAddressIsOneServer() {
        assertThat(RedisAddress.parse("redis://localhost")).hasToString("redis://localhost:6379");
        assertThat(RedisAddress.parse("rediss://db:6380/2")).hasToString("rediss://db:6380");
    }

    @Test
    void sentinelsAreOneAddress() {
        assertThat(RedisAddress.parse("redis-sentinel://a:1,b:2/0#main"))
                .isInstanceOf(RedisAddress.Single.class)
                .hasToString("redis-sentinel://a:1,b:2#main");
    }

    @Test
    void severalAddressesAreSeeds() {
        assertThat(RedisAddress.parse("redis://a:1, redis://b:2"))
                .isInstanceOf(RedisAddress.Sharded.class)
                .hasToString("redis://a:1,redis://b:2");
    }

    @Test
    void passwordIsNeverShown() {
        assertThat(RedisAddress.parse("redis://user:secret@host:1").toString()).doesNotContain("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisAddress.parse("redis://user:secret@host:1,host"))
                .satisfies(failure -> assertThat(failure.getMessage()).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:6379", "http://host", "redis://a,b", "redis://a:1,", "redis-sentinel://a"})
    void anythingElseIsRefusedSayingWhatIsAllowed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedisAddress.parse(text))
                .withMessageContaining("redis://[user:password@]host");
    }
}
