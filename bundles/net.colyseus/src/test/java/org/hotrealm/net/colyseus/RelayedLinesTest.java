package org.hotrealm.net.colyseus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hotrealm.cluster.api.Cluster;
import org.hotrealm.cluster.api.Registration;
import org.hotrealm.room.api.Payload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that another node serves, at the room's node. */
class RelayedLinesTest extends WithLines {

    private static final String TARGET = "/process12/room12345?sessionId=session12&relay=";

    private Function<byte[], CompletionStage<byte[]>> asked;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void cluster() {
        address.configured("ws://10.0.0.2:2567");
        Cluster cluster = (Cluster) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Cluster.class}, (proxy, method, arguments) -> {
                    asked = (Function<byte[], CompletionStage<byte[]>>) arguments[2];
                    return (Registration) () -> asked = null;
                });
        lines.relays().joined(cluster);
        lines.relays().entered(rooms);
        lines.relays().serve(true);
    }

    private String ticket(String session, boolean resume) throws Exception {
        byte[] request = Payload.map("session", session, "room", "room12345", "resume", resume)
                .bytes();
        Payload answer =
                Payload.ofBytes(asked.apply(request).toCompletableFuture().get());
        assertThat(answer.field("url")).isEqualTo("ws://10.0.0.2:2567");
        return String.valueOf(answer.field("ticket"));
    }

    @Test
    void clientWithASeatGoesOnWhereItStoodOnTheOtherNode() throws Exception {
        FakeConnection connection = open(TARGET + ticket("session12", true));
        assertThat(rooms.take()).isEmpty();

        lines.frame(
                connection, Payload.map("joined", true, "acknowledged", true).bytes());

        assertThat(rooms.take()).containsExactly("resume room12345 session12");
        rooms.link.resumed(rooms.input());
        receive(connection, "0c");
        assertThat(rooms.take()).containsExactly("leave");
    }

    @Test
    void clientWithoutASeatTakesItAsOnAnyNode() throws Exception {
        open(TARGET + ticket("session12", false));

        assertThat(rooms.take()).containsExactly("connect room12345 session12 null");
    }

    @Test
    void relayWithoutATicketOrWithOneThatIsUsedOrForAnotherIsNone() throws Exception {
        String used = ticket("session12", true);
        open(TARGET + used);
        for (String ticket : List.of("", "made-up", used, ticket("another12", true))) {
            assertThat(open(TARGET + ticket).take()).containsExactly("close 4010 this relay was not agreed on");
        }
        assertThat(rooms.take()).isEmpty();
    }

    @Test
    void relayThatDoesNotSayHowFarTheClientHasComeIsClosed() throws Exception {
        FakeConnection silent = open(TARGET + ticket("session12", true));
        lines.check(System.nanoTime() + 6_000_000_000L);
        FakeConnection broken = open(TARGET + ticket("session12", true));
        receive(broken, "c1");

        assertThat(silent.take()).singleElement().asString().startsWith("close 4010");
        assertThat(broken.take()).singleElement().asString().startsWith("close 4010");
    }

    @Test
    void lineIsHandedBackWhenItsNodeAsksForIt() throws Exception {
        FakeConnection connection = relayed();

        lines.text(connection, "park");

        assertThat(rooms.take()).containsExactly("parked");
        List<String> sent = connection.take();
        assertThat(sent).hasSize(2).last().isEqualTo("close 1000 ");
        assertThat(sent.getFirst()).startsWith("ff");
        Payload line = Payload.ofBytes(Vectors.hex(sent.getFirst().substring(2)));
        assertThat(line.flag("joined")).isTrue();
        assertThat(line.field("node")).isEqualTo("");
    }

    @Test
    void lineWhoseRoomMovesOnIsHandedBackWithTheNodeAndWhatItsClientHasSent() throws Exception {
        FakeConnection connection = relayed();
        rooms.link.parked();
        rooms.link.moved("third1234");
        receive(connection, "0d01");

        assertThat(connection.take()).containsExactly("fe", "flush");
        lines.text(connection, "park");

        Payload line = Payload.ofBytes(Vectors.hex(connection.take().getFirst().substring(2)));
        assertThat(line.field("node")).isEqualTo("third1234");
        assertThat(Payload.of(line.field("frames")).items()).hasSize(1);
        lines.closed(connection, 1000, "");
        assertThat(rooms.take()).isEmpty();
    }

    private FakeConnection relayed() throws Exception {
        FakeConnection connection = open(TARGET + ticket("session12", true));
        lines.frame(
                connection, Payload.map("joined", true, "acknowledged", true).bytes());
        rooms.link.resumed(rooms.input());
        rooms.take();
        connection.take();
        return connection;
    }

    @Test
    void clientCannotAskForItsLine() {
        FakeConnection client = joined();

        lines.text(client, "park");

        assertThat(client.take()).singleElement().asString().startsWith("close 4002");
    }

    @Test
    void ownAddressIsThatOfAPrivateNetworkWhereThereIsOne() throws Exception {
        InetAddress loop = InetAddress.getByName("127.0.0.1");
        InetAddress wide = InetAddress.getByName("203.0.113.7");
        InetAddress near = InetAddress.getByName("10.1.2.3");
        InetAddress six = InetAddress.getByName("2001:db8::1");
        InetAddress link = InetAddress.getByName("169.254.1.1");

        assertThat(OwnAddress.host(List.of(loop, link, six, wide, near))).isEqualTo("10.1.2.3");
        assertThat(OwnAddress.host(List.of(loop, six, wide))).isEqualTo("203.0.113.7");
        assertThat(OwnAddress.host(List.of(loop, six))).isEqualTo("[2001:db8:0:0:0:0:0:1]");
        assertThat(OwnAddress.host(List.of(loop))).isEqualTo("127.0.0.1");
        assertThat(OwnAddress.host(List.of())).isEqualTo("127.0.0.1");
    }
}
