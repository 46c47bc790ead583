package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bytes are those of the recorded session with inputs. */
class InputReaderTest {
    private static final StateType.Builder M = StateType.named("Move");
    private static final IntField DX = M.int8("dx");
    private static final IntField DY = M.int8("dy");
    private static final BooleanField FIRE = M.bool("fire");
    private static final QuantizedField YAW = M.quantized("yaw", 0, 2 * Math.PI, 16, Quantized.WRAP);
    private static final StateType MOVE = M.build();

    private static final StateType.Builder A = StateType.named("Everything");
    private static final StringField TEXT = A.string("text");
    private static final DoubleField NUMBER = A.number("number");
    private static final FloatField SINGLE = A.float32("single");
    private static final DoubleField DOUBLE = A.float64("double");
    private static final LongField WIDE = A.bigint64("wide");
    private static final LongField WHOLE = A.uint32("whole");
    private static final IntField SHORT = A.int16("short");
    private static final QuantizedField AXIS = A.quantized("axis", -1, 1, 8, Quantized.CLAMP);
    private static final StateType EVERYTHING = A.build();

    private final InputReader moves = new InputReader(MOVE, 64);
    private final InputReader all = new InputReader(EVERYTHING, 8);

    private static long read(InputReader reader, String hex, StateObject input) throws MalformedInputException {
        byte[] bytes = HexFormat.of().parseHex("13" + hex + "ff");
        return reader.read(bytes, 1, bytes.length - 1, input);
    }

    @Test
    void theRecordedSectionOfTheJoinMessageIsReproduced() {
        assertThat(HexFormat.of().formatHex(moves.handshake()))
                .isEqualTo("8001ff01800002ff0280008203ff03800004800105800206800307ff0480a2647881a4696e7438"
                        + "ff0580a2647981a4696e7438ff0680a46669726581a7626f6f6c65616e"
                        + "ff0780a379617781a97175616e74697a65648408"
                        + "ff0880000000000000000081182d4454fb21194082108301");
    }

    @Test
    void theRecordedInputsAreRead() throws MalformedInputException {
        StateObject input = moves.fresh();
        assertThat(input.toMap()).isEqualTo(Map.of("dx", 0, "dy", 0, "fire", false, "yaw", 0.0));

        assertThat(read(moves, "800181008200830000", input)).isEqualTo(0b1111);
        assertThat(DX.get(input)).isEqualTo(1);
        assertThat(read(moves, "", input)).isZero();
        assertThat(DX.get(input)).isEqualTo(1);
        assertThat(read(moves, "81018201831e3d", input)).isEqualTo(0b1110);

        assertThat(DX.get(input)).isEqualTo(1);
        assertThat(DY.get(input)).isEqualTo(1);
        assertThat(FIRE.get(input)).isTrue();
        assertThat(YAW.get(input)).isCloseTo(1.5, within(1e-4));
    }

    @Test
    void anUnsetFieldGoesBackToItsFirstValue() throws MalformedInputException {
        StateObject input = moves.fresh();
        read(moves, "8005", input);
        assertThat(read(moves, "40", input)).isEqualTo(1);
        assertThat(DX.get(input)).isZero();
        StateObject other = all.fresh();
        read(all, "80a161", other);
        read(all, "40", other);
        assertThat(TEXT.get(other)).isEmpty();
        assertThat(AXIS.get(other)).isZero();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            84,                 no field 4
            ff00,               no field 63
            80018002,           given twice
            80,                 ends within field 'dx'
            800183,             ends within field 'yaw'
            80018301,           ends within field 'yaw'
            """)
    void whatIsNoInputIsRefusedAndChangesNothing(String hex, String why) throws MalformedInputException {
        StateObject input = moves.fresh();
        read(moves, "8007", input);
        assertThatThrownBy(() -> read(moves, hex, input))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(why);
        assertThat(DX.get(input)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            80c0,               no text starts with byte 0xc0
            80,                 ends within
            80d9,               ends within
            80db0000,           ends within
            80a2c3,             ends within
            80d909,             9 bytes of text
            80dbffffffff,       4294967295 bytes of text
            81c1,               no number starts with byte 0xc1
            81,                 ends within
            81cb00000000000000, ends within
            """)
    void textsAndNumbersAreRefusedAsWell(String hex, String why) {
        assertThatThrownBy(() -> read(all, hex, all.fresh()))
                .isInstanceOf(MalformedInputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void numbersThatAreNotFiniteNeverReachTheRules() throws MalformedInputException {
        StateObject input = all.fresh();
        read(all, "81cb000000000000f87f" + "820000c07f" + "83000000000000f0ff" + "87ff", input);
        assertThat(NUMBER.get(input)).isZero();
        assertThat(SINGLE.get(input)).isZero();
        assertThat(DOUBLE.get(input)).isEqualTo(-9007199254740991.0);
        assertThat(AXIS.get(input)).as("one step above the range").isEqualTo(1);
    }

    @Test
    void inheritedFieldsAreToldAsOwn() {
        StateType.Builder t = StateType.named("Aim").extending(MOVE);
        t.string("target");
        byte[] handshake = new InputReader(t.build(), 8).handshake();
        StateType.Builder flat = StateType.named("Flat");
        flat.int8("dx");
        flat.int8("dy");
        flat.bool("fire");
        flat.quantized("yaw", 0, 2 * Math.PI, 16, Quantized.WRAP);
        flat.string("target");
        assertThat(handshake).isEqualTo(new InputReader(flat.build(), 8).handshake());
        StateDecoder client = new StateDecoder(handshake);
        client.decode(HexFormat.of().parseHex("8009" + "84a178"));
        assertThat(client.state()).isEqualTo(Map.of("dx", 9, "target", "x"));
    }

    @Test
    void typesThatLeadSomewhereAreRefused() {
        StateType.Builder t = StateType.named("Nested");
        t.ref("move", MOVE);
        StateType nested = t.build();
        assertThatThrownBy(() -> new InputReader(nested, 8)).hasMessageContaining("Field 'move'");
        assertThatThrownBy(() -> new InputReader(StateType.named("None").build(), 8))
                .hasMessageContaining("declare a field");
        assertThatThrownBy(() -> moves.read(new byte[0], 0, 0, all.fresh())).hasMessageContaining("type Move");
    }

    @Property(tries = 3000)
    void anyBytesAreReadOrRefusedWithoutEffect(@ForAll @Size(max = 40) byte[] noise) {
        StateObject input = all.fresh();
        WHOLE.set(input, 77);
        WIDE.set(input, -5);
        SHORT.set(input, 3);
        Map<String, Object> before = input.toMap();
        try {
            all.read(noise, 0, noise.length, input);
            assertThat(input.toMap()).hasSize(EVERYTHING.fieldNames().size());
        } catch (MalformedInputException refused) {
            assertThat(input.toMap()).isEqualTo(before);
        }
    }

    @Property(tries = 500)
    void whatAnEncoderWritesIsReadBackAndNoPieceOfItHarms(
            @ForAll double number, @ForAll float single, @ForAll long wide, @ForAll short small, @ForAll boolean flip)
            throws MalformedInputException {
        StateObject sent = all.fresh();
        StateEncoder encoder = new StateEncoder(sent);
        NUMBER.set(sent, number);
        SINGLE.set(sent, single);
        WIDE.set(sent, wide);
        SHORT.set(sent, small);
        TEXT.set(sent, flip ? "Zoë" : "");
        encoder.tick();
        byte[] patch = encoder.patch().toByteArray();
        StateObject input = all.fresh();
        all.read(patch, 0, patch.length, input);
        assertThat(input.toMap()).isEqualTo(sent.toMap());

        for (int length = 0; length < patch.length; length++) {
            try {
                all.read(Arrays.copyOf(patch, length), 0, length, all.fresh());
            } catch (MalformedInputException cut) {
                assertThat(cut).hasMessageContaining("ends within");
            }
        }
    }

    @Test
    void oneInputIsCopiedIntoAnother() throws MalformedInputException {
        StateObject input = all.fresh();
        read(all, "80a161" + "860700", input);
        StateObject copy = all.fresh();
        all.copy(input, copy);
        assertThat(copy.toMap()).isEqualTo(input.toMap());
    }
}
