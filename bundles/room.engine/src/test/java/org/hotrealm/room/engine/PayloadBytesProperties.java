package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hotrealm.room.api.RefusedException;

class PayloadBytesProperties {

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll("values") Object value) throws RefusedException {
        assertThat(PayloadBytes.read(PayloadBytes.write("room", value))).containsExactly("room", value);
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertThatCode(() -> {
                    try {
                        PayloadBytes.read(bytes);
                    } catch (RefusedException refused) {
                        assertThat(refused.code()).isEqualTo(RefusedException.UNHANDLED);
                    }
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<Object> values() {
        Arbitrary<Object> leaf = Arbitraries.oneOf(
                Arbitraries.longs().map(Object.class::cast),
                Arbitraries.doubles().map(Object.class::cast),
                Arbitraries.strings().ofMaxLength(10).map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast));
        Arbitrary<Object> list = leaf.list().ofMaxSize(4).map(items -> (Object) List.copyOf(items));
        Arbitrary<Object> map = Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), list)
                .ofMaxSize(3)
                .map(fields -> (Object) Map.copyOf(fields));
        return Arbitraries.oneOf(leaf, list, map);
    }
}
