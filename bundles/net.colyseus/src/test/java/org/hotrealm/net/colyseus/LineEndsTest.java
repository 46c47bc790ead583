package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How connections come to their end: by their clients, by what those did, by the clock. */
class LineEndsTest extends WithLines {

    @Test
    void leavingIsToldOnceAndTheRoomCloses() {
        FakeConnection connection = open(URL);
        rooms.take();
        receive(connection, "0c");
        receive(connection, "0da178");
        rooms.link.close(4000, "");
        lines.closed(connection, 4000, "");
        assertThat(rooms.take()).containsExactly("leave");
        assertThat(connection.take()).containsExactly("close 4000 ");
    }

    @Test
    void aLostConnectionIsGoneAndOneClosedForGoodLeaves() {
        for (int code : new int[] {1001, 1005, 1006, 4010}) {
            FakeConnection connection = open(URL);
            rooms.take();
            lines.closed(connection, code, "");
            assertThat(rooms.take()).as("code %d", code).containsExactly("gone");
        }
        for (int code : new int[] {1000, 1009, 1002, 4123}) {
            FakeConnection connection = open(URL);
            rooms.take();
            lines.closed(connection, code, "");
            assertThat(rooms.take()).as("code %d", code).containsExactly("leave");
        }
    }

    @Test
    void whatIsNoFrameOfAClientClosesWith4002AndAReason() {
        for (int code = 0; code < 256; code++) {
            boolean known = code == 0x0a || code == 0x0c || code == 0x12;
            FakeConnection connection = open(URL);
            receive(connection, "%02xc1".formatted(code));
            if (!known) {
                assertThat(connection.take())
                        .as("code %02x", code)
                        .singleElement()
                        .asString()
                        .startsWith("close 4002 ");
            }
        }
        FakeConnection empty = open(URL);
        lines.frame(empty, new byte[0]);
        assertThat(empty.take()).containsExactly("close 4002 an empty frame");
        FakeConnection text = open(URL);
        lines.text(text, "hi");
        assertThat(text.take()).containsExactly("close 4002 text frames are no part of the protocol");
    }

    @Test
    void afterABreachNothingIsHeardAndTheSeatIsNotKept() {
        FakeConnection connection = open(URL);
        rooms.take();
        receive(connection, "0da46563686fc7");
        receive(connection, "0da178");
        lines.closed(connection, 1006, "");
        assertThat(rooms.take()).containsExactly("leave");
    }

    @Test
    void aFloodClosesWith4002() {
        Lines strict = new Lines(
                () -> rooms, new Settings(1, 65_536, 300, 20_000, 5_000, PayloadLimits.DEFAULT), new OwnAddress());
        FakeConnection connection = new FakeConnection(URL);
        strict.opened(connection);
        rooms.take();
        for (int i = 0; i < 100; i++) {
            strict.frame(connection, Vectors.hex("0da178"));
        }
        assertThat(connection.take()).containsExactly("close 4002 more than 1 frames a second");
        assertThat(rooms.take()).isNotEmpty().hasSizeLessThan(100);
        assertThat(strict.breaches().count(Rule.FRAMES)).isEqualTo(1);
    }

    @Test
    void aClientThatNeverAcknowledgesIsClosed() {
        FakeConnection connection = open(URL);
        lines.check(System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
        assertThat(connection.take()).isEmpty();
        lines.check(System.nanoTime() + TimeUnit.SECONDS.toNanos(21));
        assertThat(connection.take()).singleElement().asString().startsWith("close 4002 no seat taken");
    }

    @Test
    void aConnectionWithoutASeatMeasuresLatencyForAWhile() {
        FakeConnection probe = open("/base/");
        receive(probe, "12");
        receive(probe, "ff");
        assertThat(probe.take()).containsExactly("12", "flush", "12", "flush");
        lines.check(System.nanoTime() + TimeUnit.SECONDS.toNanos(6));
        assertThat(probe.take()).containsExactly("close 1000 ");
        assertThat(rooms.take()).isEmpty();
    }

    @Test
    void whoIsClosedByTheRoomForWhatItDidIsCountedOnce() {
        joined();
        rooms.link.close(4002, "message \"move\": 'x' is null");
        rooms.link.close(4002, "again");
        joined();
        rooms.link.close(1001, "reads too slowly");
        joined();
        rooms.link.close(4000, "");
        assertThat(lines.breaches().count(Rule.ROOM)).isEqualTo(1);
        assertThat(lines.breaches().count(Rule.SLOW)).isEqualTo(1);
    }
}
