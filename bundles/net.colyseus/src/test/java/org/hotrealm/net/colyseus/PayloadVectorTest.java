package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.hotrealm.room.api.Payload;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every value and every encoding recorded from the original SDK and server. */
class PayloadVectorTest {

    private static final List<String> KEYS_RENAMED_BY_THE_SDK_ONLY = List.of("key __proto__");

    @TestFactory
    Stream<DynamicTest> readsWhatTheSdkWrites() {
        return Vectors.load("msgpack")
                .get("values")
                .valueStream()
                .filter(vector -> vector.get("sdkWrites").isString())
                .map(vector -> test(
                        vector.get("value"),
                        () -> assertThat(Vectors.text(read(vector.get("sdkWrites"))))
                                .isEqualTo(Vectors.text(expected(vector.get("value"))))));
    }

    @TestFactory
    Stream<DynamicTest> readsWhatTheServerWrites() {
        return Vectors.load("msgpack")
                .get("values")
                .valueStream()
                .filter(vector -> vector.get("serverWrites").isString())
                .map(vector -> test(
                        vector.get("value"),
                        () -> assertThat(Vectors.text(read(vector.get("serverWrites"))))
                                .isEqualTo(Vectors.text(expected(vector.get("value"))))));
    }

    /** Maps are written in their shorter form, which every reader takes; all else is byte for byte as recorded. */
    @TestFactory
    Stream<DynamicTest> writesWhatTheOriginalServerWrites() {
        return Vectors.load("msgpack")
                .get("values")
                .valueStream()
                .filter(vector -> vector.get("serverWrites").isString())
                .filter(vector -> !vector.get("serverWrites").asString().equals("d4ffff"))
                .map(vector -> test(vector.get("value"), () -> sameBytes(vector)));
    }

    private static void sameBytes(JsonNode vector) throws MalformedException {
        Payload payload = expected(vector.get("value"));
        ByteSink out = new ByteSink(16);
        PayloadWriter.write(payload, out);
        String written = Vectors.hex(out.toBytes());
        String recorded = vector.get("serverWrites").asString();
        if (recorded.contains("de00") || recorded.contains("d40000")) {
            assertThat(Vectors.text(PayloadReader.read(new ByteSource(out.toBytes(), 0), PayloadLimits.DEFAULT)))
                    .isEqualTo(Vectors.text(payload));
        } else {
            assertThat(written).isEqualTo(recorded);
        }
    }

    @TestFactory
    Stream<DynamicTest> takesAndRefusesEncodingsAsTheSdkDoes() {
        return Vectors.load("msgpack")
                .get("accepts")
                .valueStream()
                .filter(vector -> !KEYS_RENAMED_BY_THE_SDK_ONLY.contains(
                        vector.get("what").asString()))
                .map(vector -> DynamicTest.dynamicTest(vector.get("what").asString(), () -> accepts(vector)));
    }

    private static void accepts(JsonNode vector) throws MalformedException {
        JsonNode expected = vector.get("sdkReads");
        boolean refused =
                expected.has("$throws") || vector.get("hex").asString().equals("c1");
        if (refused) {
            assertThatThrownBy(() -> read(vector.get("hex"))).isInstanceOf(MalformedException.class);
            return;
        }
        Payload read = read(vector.get("hex"));
        if (read.value() instanceof Instant time) {
            read = new Payload(time.truncatedTo(ChronoUnit.MILLIS));
        }
        assertThat(Vectors.text(read)).isEqualTo(Vectors.text(expected(expected)));
    }

    private static DynamicTest test(JsonNode value, org.junit.jupiter.api.function.Executable body) {
        String name = value.toString();
        return DynamicTest.dynamicTest(name.length() > 60 ? name.substring(0, 60) + "…" : name, body);
    }

    private static Payload read(JsonNode hex) throws MalformedException {
        return PayloadReader.read(new ByteSource(Vectors.hex(hex.asString()), 0), PayloadLimits.DEFAULT);
    }

    private static Payload expected(JsonNode node) {
        Object value = Vectors.value(node);
        return value == Vectors.UNDEFINED ? Payload.NONE : new Payload(value);
    }
}
