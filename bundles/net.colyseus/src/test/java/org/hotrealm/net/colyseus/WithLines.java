package org.hotrealm.net.colyseus;

/** Lines with rooms that write down what reaches them. */
abstract class WithLines {

    static final String URL = "/process12/room12345?sessionId=session12";

    final FakeRooms rooms = new FakeRooms();
    final OwnAddress address = new OwnAddress();
    final Lines lines = new Lines(() -> rooms, Sample.SETTINGS, address);

    final FakeConnection open(String target) {
        FakeConnection connection = new FakeConnection(target);
        lines.opened(connection);
        return connection;
    }

    final void receive(FakeConnection connection, String hex) {
        lines.frame(connection, Vectors.hex(hex));
    }

    /** A client in its seat, with all that was said on the way forgotten. */
    final FakeConnection joined() {
        FakeConnection connection = open(URL);
        rooms.link.joined("t", Vectors.hex("8001ff"));
        receive(connection, "0a");
        rooms.take();
        connection.take();
        return connection;
    }
}
