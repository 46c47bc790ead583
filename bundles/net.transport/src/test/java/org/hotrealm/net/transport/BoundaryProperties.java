package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BoundaryProperties {

    @Property(tries = 300)
    void aFrameEndsWhereItEndsHoweverTheBytesAreCut(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 70_000) Integer> lengths, @ForAll Random random) {
        byte[][] frames = new byte[lengths.size()][];
        Set<Integer> ends = new HashSet<>(Set.of(0));
        int total = 0;
        for (int i = 0; i < frames.length; i++) {
            byte[] payload = new byte[lengths.get(i)];
            random.nextBytes(payload);
            int head = random.nextInt(256);
            frames[i] = random.nextInt(4) > 0
                    ? WireFrame.masked(head, payload)
                    : WireFrame.unmasked(head, "x".repeat(payload.length % 126));
            total += frames[i].length;
            ends.add(total);
        }
        ByteBuffer all = ByteBuffer.wrap(WireFrame.all(frames));
        Boundary boundary = new Boundary();
        int at = 0;
        while (at < total) {
            int next = Math.min(total, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 20_000));
            boundary.pass(all, at, next);
            at = next;
            assertThat(boundary.between()).as("after %d bytes of %d", at, total).isEqualTo(ends.contains(at));
        }
    }

    @Property(tries = 50)
    void behindAFrameOfMoreThanTwoGigabytesNothingBegins(@ForAll Random random) {
        long length = random.nextBoolean() ? -1 - random.nextInt(1000) : 1L << 31 + random.nextInt(32);
        ByteBuffer head = ByteBuffer.wrap(WireFrame.declared(0x82, length));
        Boundary boundary = new Boundary();
        boundary.pass(head, 0, head.limit());
        assertThat(boundary.between()).isFalse();
    }
}
