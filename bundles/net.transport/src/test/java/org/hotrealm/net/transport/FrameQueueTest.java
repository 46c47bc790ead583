package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class FrameQueueTest {

    private static final int BINARY = 2;

    @Property(tries = 300)
    void whateverTheNetworkTakesAtATimeEveryByteGoesOutOnceAndInOrder(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 70_000) Integer> lengths, @ForAll Random random) {
        FrameQueue queue = new FrameQueue();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        for (int length : lengths) {
            byte[] payload = new byte[length + 3];
            random.nextBytes(payload);
            queue.add(BINARY, payload, 3, length, length, null);
            expected.writeBytes(head(length));
            expected.write(payload, 3, length);
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        ByteBuffer stage = ByteBuffer.allocate(4_096);
        while (!queue.isEmpty()) {
            queue.stage(stage.clear());
            stage.flip();
            int taken = 1 + random.nextInt(stage.remaining());
            written.write(stage.array(), 0, taken);
            queue.consume(taken, new ArrayList<>());
        }
        assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(queue.waiting()).isZero();
    }

    private static byte[] head(int length) {
        if (length < 126) {
            return new byte[] {(byte) 0x82, (byte) length};
        }
        return length <= 0xffff
                ? ByteBuffer.allocate(4)
                        .put((byte) 0x82)
                        .put((byte) 126)
                        .putShort((short) length)
                        .array()
                : ByteBuffer.allocate(10)
                        .put((byte) 0x82)
                        .put((byte) 127)
                        .putLong(length)
                        .array();
    }

    @Test
    void aFrameThatIsBegunIsFinishedWhenTheRestIsDropped() {
        FrameQueue queue = new FrameQueue();
        List<Callback> dropped = new ArrayList<>();
        queue.add(BINARY, new byte[10], 0, 10, 10, Callback.NOOP);
        queue.add(BINARY, new byte[20], 0, 20, 20, Callback.NOOP);
        queue.add(BINARY, new byte[30], 0, 30, 30, null);
        queue.consume(5, dropped);
        queue.drop(dropped);
        assertThat(dropped).hasSize(1);
        assertThat(queue.next()).isEqualTo(7);
        assertThat(queue.waiting()).isEqualTo(10);
    }

    @Test
    void callbacksAreHandedBackWhenTheirFrameIsComplete() {
        FrameQueue queue = new FrameQueue();
        List<Callback> complete = new ArrayList<>();
        queue.add(BINARY, new byte[2], 0, 2, 2, Callback.NOOP);
        queue.consume(3, complete);
        assertThat(complete).isEmpty();
        queue.consume(1, complete);
        assertThat(complete).hasSize(1);
        assertThat(queue.isEmpty()).isTrue();
    }
}
