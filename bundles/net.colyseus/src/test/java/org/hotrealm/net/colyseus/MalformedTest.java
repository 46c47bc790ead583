package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hotrealm.room.api.InputOffer;
import org.hotrealm.room.api.InputSettings;
import org.hotrealm.state.schema.InputReader;
import org.hotrealm.state.schema.StateType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Malformed input of every kind: that client is closed with 4002 and told why; the one beside it does not notice. */
class MalformedTest {

    private static final String URL = "/process12/room12345?sessionId=session12";

    /** Frames after which a client is gone, each with a word of the reason. */
    private static final List<List<String>> TABLE = List.of(
            List.of("no code", "", "an empty frame"),
            List.of("a code of the server", "0e8000", "code 0x0e"),
            List.of("a code with a time stamp that has none", "8da178", "code 0x8d"),
            List.of("a code marked as unreliable", "4da178", "code 0x4d"),
            List.of("no type", "0d", "ends at byte"),
            List.of("an empty type", "0da0", "message type begins with byte 0xa0"),
            List.of("an empty type in the long form", "0dd900", "an empty message type"),
            List.of("a type that is cut off", "0da56865", "declares 5"),
            List.of("a type longer than the frame", "0ddb00000080", "declares 2147483648"),
            List.of("a type that is no whole number", "0dcb000000000000f83f", "no whole number"),
            List.of("a type that is no number", "0dcb000000000000f87f", "no whole number"),
            List.of("a type without bounds", "0dcb000000000000f07f", "no whole number"),
            List.of("a payload that is cut off", "0da178a568", "declares 5"),
            List.of("a payload with something behind it", "0da1780101", "1 bytes behind"),
            List.of("a list longer than the frame", "0da178ddffffffff", "declares 4294967295"),
            List.of("a map longer than the frame", "0da178dfffffffff", "declares 8589934590"),
            List.of("a text longer than the frame", "0da178dbffffffff", "4294967295 bytes of a text"),
            List.of("bytes longer than the frame", "0da178c6ffffffff", "4294967295 bytes"),
            List.of("a byte that begins nothing", "0da178c1", "unknown byte 0xc1"),
            List.of("an extension nobody knows", "0da178d40100", "unknown extension 0x01"),
            List.of("an object with an id beyond those of objects", "0da178d4720090", "unknown record id 0x00"),
            List.of("an object whose keys are no list", "0da178d4724001", "declares -1"),
            List.of("an object that is its own key", "0da178d4724091d4724090", "unknown key 0xd4"),
            List.of("an object with more keys than bytes", "0da178d47240dcffff", "declares 65535"),
            List.of("a date beyond time", "0da178c70cff000000007fffffffffffffff", "no such date"),
            List.of("a date with too many nanoseconds", "0da178d7ffffffffff00000000", "unknown nanoseconds"),
            List.of("33 lists in each other", "0da178" + "91".repeat(33) + "00", "33 levels"),
            List.of("33 objects in each other", "0da178" + "d4724091a161".repeat(33) + "00", "33 levels"),
            List.of("2049 values", "0da178dc0801" + "00".repeat(2049), "2049 values"),
            List.of("257 keys", "0da178d47240dc0101" + "a161".repeat(257), "257 keys"),
            List.of("a request without an id", "15", "ends at byte"),
            List.of("a request with a negative id", "15ffa178", "outside of 32 bits"),
            List.of("a request with an endless id", "15cb000000000000f07fa178", "no whole number"),
            List.of("an input in a room that takes none", "13", "this room does not take"));

    /** The same where inputs are taken, without time stamps. */
    private static final List<List<String>> INPUTS = List.of(
            List.of("a time stamp where none is asked for", "9301", "does not ask for"),
            List.of("a ring with time stamps where none are asked for", "940100000000010100", "does not ask for"),
            List.of("a ring without a number", "14", "ends at byte"),
            List.of("a ring that begins with 0", "140000", "number of the first input"),
            List.of("a ring that begins nowhere", "14cb000000000000f87f00", "number of the first input"),
            List.of("a ring with an endless input", "1401cb000000000000f07f", "length of an input"),
            List.of("a ring with a longer input than bytes", "14010580", "length of an input"),
            List.of("a ring with a negative length", "1401ff", "length of an input"),
            List.of("a ring with 65 inputs", "1401" + "00".repeat(65), "number of inputs"));

    /** And where both moments are asked for. */
    private static final List<List<String>> STAMPED = List.of(
            List.of("a time stamp that is none", "93cb000000000000f87f0000", "is no time"),
            List.of("an endless time stamp", "93cb000000000000f07f0000", "is no time"),
            List.of("a time stamp without its second half", "930100", "ends at byte"),
            List.of("more stamps than inputs", "94029600000001000000" + "01" + "028000", "2 time stamps for 1"),
            List.of("a million stamps", "94ce40420f00", "number of inputs"),
            List.of("no stamps", "9400", "number of inputs"));

    private final FakeRooms rooms = new FakeRooms();
    private final Lines lines = new Lines(() -> rooms, Sample.SETTINGS, new OwnAddress());

    @TestFactory
    Stream<DynamicTest> closesThatClientAndNoOther() {
        return TABLE.stream().map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> play(row, null)));
    }

    @TestFactory
    Stream<DynamicTest> closesThatClientOfARoomWithInputs() {
        return INPUTS.stream().map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> play(row, offer(false))));
    }

    @TestFactory
    Stream<DynamicTest> closesThatClientOfARoomWithStampedInputs() {
        return STAMPED.stream().map(row -> DynamicTest.dynamicTest(row.getFirst(), () -> play(row, offer(true))));
    }

    private static InputOffer offer(boolean stamped) {
        StateType.Builder type = StateType.named("One");
        type.int8("dx");
        InputSettings settings = InputSettings.of(type.build()).withTimes(stamped, stamped);
        return new InputOffer(settings, new InputReader(settings.type(), 0).handshake(), 20, 50);
    }

    private void play(List<String> row, InputOffer offer) {
        FakeConnection other = join(offer);
        FakeConnection bad = join(offer);
        lines.frame(bad, Vectors.hex(row.get(1)));
        assertThat(bad.take())
                .singleElement()
                .asString()
                .startsWith("close 4002 ")
                .contains(row.get(2))
                .satisfies(close -> assertThat(close.length()).isLessThanOrEqualTo("close 4002 ".length() + 123));
        lines.frame(bad, Vectors.hex("0da178"));
        assertThat(rooms.take()).as("nothing reaches the room").isEmpty();
        assertThat(rooms.inputs).isEmpty();
        lines.closed(bad, 4002, "");
        assertThat(rooms.take()).containsExactly("leave");
        lines.frame(other, Vectors.hex("0da178"));
        assertThat(rooms.take()).containsExactly("message x none");
        assertThat(other.take()).isEmpty();
        assertThat(lines.breaches().count(Rule.MALFORMED)).isPositive();
    }

    private FakeConnection join(InputOffer offer) {
        FakeConnection connection = new FakeConnection(URL);
        lines.opened(connection);
        if (offer == null) {
            rooms.link.joined("token", null);
        } else {
            rooms.link.joined("token", null, offer);
        }
        lines.frame(connection, Vectors.hex("0a"));
        rooms.take();
        connection.take();
        return connection;
    }

    @Test
    void everyFirstByteIsAnsweredOrRefusedAndNothingIsThrown() {
        for (int code = 0; code < 256; code++) {
            for (String rest : new String[] {"", "00", "ff", "a178", "a17801", "ffffffffffffffffffff"}) {
                FakeConnection connection = join(offer(true));
                lines.frame(connection, Vectors.hex("%02x%s".formatted(code, rest)));
                assertThat(lines.breaches().count(Rule.FAILURE)).isZero();
                lines.closed(connection, 1006, "");
            }
        }
    }

    @Test
    void acknowledgingTwiceIsHeardOnce() {
        FakeConnection connection = join(null);
        lines.frame(connection, Vectors.hex("0a"));
        lines.frame(connection, Vectors.hex("0a"));
        assertThat(rooms.take()).isEmpty();
        assertThat(connection.take()).isEmpty();
    }

    @Test
    void messagesBeforeTheAcknowledgementAreHeardAndAfterLeavingNot() {
        FakeConnection connection = new FakeConnection(URL);
        lines.opened(connection);
        rooms.link.joined("token", null);
        rooms.take();
        lines.frame(connection, Vectors.hex("0da178"));
        assertThat(rooms.take()).containsExactly("message x none");
        lines.frame(connection, Vectors.hex("0c"));
        lines.frame(connection, Vectors.hex("0da178"));
        lines.frame(connection, Vectors.hex("0e"));
        assertThat(rooms.take()).containsExactly("leave");
    }

    @Test
    void numbersThatAreNoneReachTheRoomAsTheyAreForItToRefuse() {
        FakeConnection connection = join(null);
        lines.frame(connection, Vectors.hex("0da178cb7ff8000000000000"));
        lines.frame(connection, Vectors.hex("0da178cbfff0000000000000"));
        assertThat(rooms.take()).containsExactly("message x Double NaN", "message x Double -Infinity");
        assertThat(connection.take()).isEmpty();
    }

    @Test
    void whatFailsOnThisSideEndsThatClientOnly() {
        FakeConnection other = join(null);
        FakeConnection struck = join(null);
        rooms.failing = true;
        lines.frame(struck, Vectors.hex("0da178"));
        rooms.failing = false;
        assertThat(struck.take()).containsExactly("close 1011 the server failed on this connection");
        assertThat(lines.breaches().count(Rule.FAILURE)).isEqualTo(1);
        lines.frame(other, Vectors.hex("0da178"));
        assertThat(rooms.take()).containsExactly("message x none");
        assertThat(other.take()).isEmpty();
    }

    @Test
    void tooManyBytesInASecondCloseWith4002() {
        Lines strict = new Lines(
                () -> rooms, new Settings(200, 1000, 300, 20_000, 5_000, PayloadLimits.DEFAULT), new OwnAddress());
        FakeConnection connection = new FakeConnection(URL);
        strict.opened(connection);
        byte[] frame = Vectors.hex("0da178c4f0" + "00".repeat(240));
        for (int i = 0; i < 50; i++) {
            strict.frame(connection, frame);
        }
        assertThat(connection.take()).containsExactly("close 4002 more than 1000 bytes a second");
        assertThat(strict.breaches().count(Rule.BYTES)).isEqualTo(1);
    }
}
