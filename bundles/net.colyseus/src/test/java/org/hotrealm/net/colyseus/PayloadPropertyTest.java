package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.hotrealm.room.api.Payload;

class PayloadPropertyTest {

    @Property(tries = 500)
    void whatIsWrittenIsReadBack(@ForAll("values") Object value) throws MalformedException {
        ByteSink out = new ByteSink(8);
        PayloadWriter.write(new Payload(value), out);
        assertThat(Vectors.text(PayloadReader.read(new ByteSource(out.toBytes(), 0), PayloadLimits.DEFAULT)
                        .value()))
                .isEqualTo(Vectors.text(value));
    }

    @Property(tries = 20_000)
    void randomBytesAreReadOrRefusedButNeverBreakTheReader(@ForAll @Size(max = 200) byte[] bytes) {
        try {
            PayloadReader.read(new ByteSource(bytes, 0), PayloadLimits.DEFAULT);
        } catch (MalformedException refused) {
            assertThat(refused.text()).isNotBlank();
        }
    }

    @Property(tries = 20_000)
    void randomFramesAreReadOrRefusedButNeverBreakTheReader(@ForAll @Size(max = 64) byte[] bytes) {
        try {
            ClientFrame.read(bytes, PayloadLimits.DEFAULT);
        } catch (MalformedException refused) {
            assertThat(refused.text()).isNotBlank();
        }
    }

    @Property(tries = 500)
    void aCutPayloadIsRefused(@ForAll("containers") Object value, @ForAll int where) {
        ByteSink out = new ByteSink(8);
        PayloadWriter.write(new Payload(value), out);
        byte[] whole = out.toBytes();
        int length = 1 + Math.floorMod(where, Math.max(1, whole.length - 1));
        if (length < whole.length) {
            assertThatThrownBy(() ->
                            PayloadReader.read(new ByteSource(Arrays.copyOf(whole, length), 0), PayloadLimits.DEFAULT))
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Example
    void declaredSizesBeyondTheBytesAreRefusedBeforeAnythingIsAllocated() {
        for (String bomb : List.of(
                "ddffffffff",
                "dfffffffff",
                "dbffffffff",
                "c6ffffffff",
                "df7fffffff",
                "dd7fffffff01",
                "d47240ddffffffff",
                "c9ffffffff01",
                "dcffff",
                "d9ff",
                "cb",
                "c7")) {
            assertThatThrownBy(() -> PayloadReader.read(new ByteSource(Vectors.hex(bomb), 0), PayloadLimits.DEFAULT))
                    .as(bomb)
                    .isInstanceOf(MalformedException.class);
        }
    }

    @Example
    void nestingBeyondTheLimitIsRefused() {
        byte[] lists = new byte[3900];
        Arrays.fill(lists, (byte) 0x91);
        assertThatThrownBy(() -> PayloadReader.read(new ByteSource(lists, 0), PayloadLimits.DEFAULT))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("levels of lists and objects, 32 are allowed");
        byte[] records = Vectors.hex("d4724091a161" + "40".repeat(3000));
        assertThatThrownBy(() -> PayloadReader.read(new ByteSource(records, 0), PayloadLimits.DEFAULT))
                .isInstanceOf(MalformedException.class)
                .hasMessageContaining("levels of lists and objects, 32 are allowed");
    }

    @Example
    void aPayloadThatContainsItselfIsRefusedWhenWritten() {
        Map<String, Object> loop = new HashMap<>();
        loop.put("self", loop);
        assertThatThrownBy(() -> PayloadWriter.write(new Payload(loop), new ByteSink(8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does it contain itself");
    }

    @Example
    void aValueWithoutAFormOnTheWireIsRefusedByItsClass() {
        assertThatThrownBy(() -> PayloadWriter.write(new Payload(new StringBuilder()), new ByteSink(8)))
                .hasMessageContaining("java.lang.StringBuilder");
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(scalars(), containers(2));
    }

    @Provide
    Arbitrary<Object> containers() {
        return containers(2);
    }

    private Arbitrary<Object> containers(int depth) {
        Arbitrary<Object> inner = depth == 0 ? scalars() : Arbitraries.oneOf(scalars(), containers(depth - 1));
        Arbitrary<String> keys =
                Arbitraries.strings().withCharRange((char) 0, (char) 0xd7ff).ofMaxLength(12);
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(6).map(Object.class::cast),
                Arbitraries.maps(keys, inner).ofMaxSize(6).map(Object.class::cast));
    }

    @Example
    void longListsMapsTextsAndBytesAreReadBack() throws MalformedException {
        for (int size : new int[] {15, 16, 31, 32, 255, 256, 65_535, 65_536}) {
            Map<String, Object> map = new HashMap<>();
            for (int i = 0; i < size; i++) {
                map.put("k" + i, (long) i);
            }
            List<Object> value = List.of(map, List.copyOf(map.values()), "x".repeat(size), new byte[size]);
            ByteSink out = new ByteSink(8);
            PayloadWriter.write(new Payload(value), out);
            PayloadLimits wide = new PayloadLimits(32, 1_000_000, 100_000, 100_000);
            assertThat(Vectors.text(PayloadReader.read(new ByteSource(out.toBytes(), 0), wide)))
                    .isEqualTo(Vectors.text(value));
        }
    }

    private Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(Integer.MIN_VALUE, 0xffff_ffffL).map(Object.class::cast),
                Arbitraries.doubles()
                        .filter(number -> number != Math.rint(number))
                        .map(Object.class::cast),
                Arbitraries.strings()
                        .withCharRange((char) 0, (char) 0xd7ff)
                        .ofMaxLength(60)
                        .map(Object.class::cast),
                Arbitraries.of(true, false).map(Object.class::cast),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(60).map(Object.class::cast),
                Arbitraries.bigIntegers()
                        .between(
                                BigInteger.valueOf(Long.MIN_VALUE),
                                BigInteger.TWO.pow(64).subtract(BigInteger.ONE))
                        .map(Object.class::cast),
                Arbitraries.longs()
                        .between(-1_000_000_000_000L, 1_000_000_000_000L)
                        .map(Instant::ofEpochMilli)
                        .map(Object.class::cast));
    }
}
