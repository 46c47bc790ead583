package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.hotrealm.room.api.Payload;
import org.junit.jupiter.api.Test;

/** What becomes of connections while rooms stand still, or another version of the protocol takes over. */
class HeldLinesTest extends WithLines {

    @Test
    void whatComesWhileTheRoomStandsStillIsHandedOverInOrderWhenItGoesOn() {
        FakeConnection connection = joined();
        rooms.link.parked();
        receive(connection, "0da16101");
        receive(connection, "12");
        receive(connection, "1507a16202");
        assertThat(rooms.take()).isEmpty();
        assertThat(connection.take()).containsExactly("12", "flush");
        rooms.link.resumed(rooms.input());
        assertThat(rooms.take()).containsExactly("message a Long 1", "request 7 b Long 2");
        receive(connection, "0da16103");
        assertThat(rooms.take()).containsExactly("message a Long 3");
        assertThat(connection.take()).isEmpty();
    }

    @Test
    void otherRoomsAreAskedForTheSeatAgainOnceAndAConnectionWithoutOneConnectsAnew() {
        joined();
        rooms.link.parked();
        open(URL);
        rooms.link.parked();
        rooms.take();
        lines.renewed(rooms);
        lines.renewed(rooms);
        assertThat(rooms.take())
                .containsExactlyInAnyOrder("resume room12345 session12", "connect room12345 session12 null");
    }

    @Test
    void whoGoesWhileTheRoomStandsStillIsGoneWhenItGoesOn() {
        FakeConnection lost = joined();
        rooms.link.parked();
        lines.closed(lost, 1006, "");
        assertThat(rooms.take()).isEmpty();
        rooms.link.resumed(rooms.input());
        assertThat(rooms.take()).containsExactly("gone");
        FakeConnection leaving = joined();
        rooms.link.parked();
        receive(leaving, "0c");
        rooms.link.resumed(rooms.input());
        lines.closed(leaving, 4000, "");
        assertThat(rooms.take()).containsExactly("leave");
    }

    @Test
    void whatWaitsIsBoundedAndRoomsThatNeverComeEndTheWait() {
        FakeConnection connection = joined();
        rooms.link.parked();
        lines.check(System.nanoTime() + TimeUnit.SECONDS.toNanos(9));
        assertThat(connection.take()).isEmpty();
        lines.check(System.nanoTime() + TimeUnit.SECONDS.toNanos(11));
        assertThat(connection.take()).singleElement().asString().startsWith("close 4010 ");
        Lines generous = new Lines(
                () -> rooms,
                new Settings(100_000, 1_000_000_000, 300, 20_000, 5_000, PayloadLimits.DEFAULT),
                new OwnAddress());
        FakeConnection flood = new FakeConnection(URL);
        generous.opened(flood);
        rooms.link.joined("t", null);
        flood.take();
        rooms.link.parked();
        for (int i = 0; i < 2_049; i++) {
            generous.frame(flood, Vectors.hex("0da16101"));
        }
        assertThat(flood.take()).singleElement().asString().startsWith("close 4002 too much was sent");
    }

    @Test
    void anotherVersionGoesOnWhereThisOneStood() {
        FakeConnection connection = joined();
        rooms.link.parked();
        receive(connection, "0da16101");
        Payload all = lines.succession().handOver();
        Lines next = new Lines(() -> rooms, Sample.SETTINGS, new OwnAddress());
        next.takeOver(Payload.ofBytes(all.bytes()));
        rooms.take();
        next.adopted(connection);
        assertThat(rooms.take()).containsExactly("resume room12345 session12");
        next.frame(connection, Vectors.hex("0da16102"));
        rooms.link.resumed(rooms.input());
        assertThat(rooms.take()).containsExactly("message a Long 1", "message a Long 2");
        assertThat(connection.take()).isEmpty();
    }

    @Test
    void theRoomLetsGoOfALinkThatIsHandedOverAndTheSameVersionMayTakeItBack() {
        FakeConnection connection = joined();
        Payload all = lines.succession().handOver();
        assertThat(rooms.take()).containsExactly("parked");
        lines.takeOver(all);
        assertThat(rooms.take()).containsExactly("resume room12345 session12");
        rooms.link.resumed(rooms.input());
        receive(connection, "0da16102");
        assertThat(rooms.take()).containsExactly("message a Long 2");
        assertThat(connection.take()).isEmpty();
    }

    @Test
    void connectionsOfAnEarlierHandlerAreAskedToComeBack() {
        FakeConnection connection = new FakeConnection(URL);
        lines.adopted(connection);
        assertThat(connection.take()).singleElement().asString().startsWith("close 4010 ");
    }

    @Test
    void lettingGoTellsTheRoomsAndKeepsTheSockets() {
        FakeConnection connection = open(URL);
        rooms.take();
        lines.letGo();
        assertThat(rooms.take()).containsExactly("gone");
        assertThat(connection.take()).isEmpty();
    }

    @Test
    void withoutRoomsClientsAreAskedToComeBack() {
        Lines alone = new Lines(() -> null, Sample.SETTINGS, new OwnAddress());
        FakeConnection connection = new FakeConnection(URL);
        alone.opened(connection);
        assertThat(connection.take()).singleElement().asString().startsWith("close 4010 ");
    }
}
