package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.room.api.Payload;
import org.junit.jupiter.api.Test;

class RelayTest {

    private final FakeConnection client = new FakeConnection("/process12/room12345?sessionId=session12");
    private final FakeWebSocket node = new FakeWebSocket();
    private final List<String> told = new ArrayList<>();
    private final Relay relay = new Relay(client, new Tally(), new Relay.End() {
        @Override
        public void leaving() {
            told.add("leaving");
        }

        @Override
        public void parked(Payload line) {
            told.add("parked " + line.value());
        }

        @Override
        public void broken(String why) {
            told.add("broken " + why);
        }
    });

    private void arrives(String hex, boolean last) {
        relay.onBinary(node, ByteBuffer.wrap(Vectors.hex(hex)), last);
    }

    @Test
    void framesOfTheClientGoOneAfterTheOtherThoseToBeginWithThatCameBeforeTheWayWasOpen() {
        node.patient = true;
        relay.out().frame(Vectors.hex("0d01"));
        relay.out().frame(Vectors.hex("0d02"));

        relay.onOpen(node);
        assertThat(node.take()).containsExactly("0d01", "more");
        relay.out().frame(Vectors.hex("0d03"));
        assertThat(node.take()).isEmpty();
        node.underWay.complete(node);
        node.underWay.complete(node);
        node.underWay.complete(node);

        assertThat(node.take()).containsExactly("0d02", "0d03");
    }

    @Test
    void moreThanTwoThousandFramesThatWaitAreTooMany() {
        for (int i = 0; i < 2_048; i++) {
            assertThat(relay.out().frame(new byte[] {1})).isTrue();
        }
        assertThat(relay.out().frame(new byte[] {1})).isFalse();
    }

    @Test
    void framesThatHaveGoneMakeRoomForOthersForEver() {
        relay.onOpen(node);
        for (int i = 0; i < 100; i++) {
            assertThat(relay.out().frame(new byte[32_768])).isTrue();
        }
    }

    @Test
    void framesOfTheRoomReachTheClientAlsoInPieces() {
        relay.onOpen(node);
        arrives("0e", false);
        arrives("0102", false);
        arrives("03", true);
        arrives("0f01", true);

        assertThat(client.take()).containsExactly("0e010203", "flush", "0f01", "flush");
        assertThat(told).isEmpty();
    }

    @Test
    void clientThatLeavesDoesSoThereAndOneThatIsCutOffIsCutOffThere() {
        relay.onOpen(node);
        node.take();
        relay.out().closed(4000);
        assertThat(node.take()).containsExactly("close 4000");

        Relay other = new Relay(client, new Tally(), null);
        other.onOpen(node);
        node.take();
        other.out().closed(1006);
        assertThat(node.take()).containsExactly("abort");
    }

    @Test
    void roomsCloseIsTheClientsClose() {
        relay.onOpen(node);
        relay.onClose(node, 4005, "kicked");

        assertThat(client.take()).containsExactly("close 4005 kicked");
    }

    @Test
    void clientIsAskedToComeBackWhereTheOtherNodeIsGoneWithoutAWord() {
        relay.onOpen(node);
        relay.onClose(node, 1006, "");

        assertThat(client.take()).containsExactly("close 4010 ");
    }

    @Test
    void endIsToldWhereTheWayBreaksOnce() {
        relay.onOpen(node);
        relay.onError(node, new java.io.IOException("reset"));
        relay.onError(node, new java.io.IOException("again"));

        assertThat(told).containsExactly("broken java.io.IOException: reset");
        assertThat(client.take()).isEmpty();
    }

    @Test
    void lineIsHandedBackAfterEverythingThatWasSentAndTheClientHearsNothingOfIt() {
        node.patient = true;
        relay.onOpen(node);
        relay.out().frame(Vectors.hex("0d01"));
        relay.out().park();
        relay.out().frame(Vectors.hex("0d02"));
        node.underWay.complete(node);
        assertThat(node.take()).containsExactly("more", "0d01", "text park");

        arrives("fe", true);
        arrives("ff" + Vectors.hex(Payload.map("joined", true).bytes()), true);
        relay.onClose(node, 1000, "");

        assertThat(told).containsExactly("leaving", "parked {joined=true}");
        assertThat(client.take()).isEmpty();
    }
}
