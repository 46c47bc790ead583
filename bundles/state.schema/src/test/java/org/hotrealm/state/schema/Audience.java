package org.hotrealm.state.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Clients of a random state: from the start, joining late, gone and back, with views and without. After every message each
 * of them has to see what it should, complain about nothing and count references right.
 */
final class Audience {
    /** What one client was sent, and what it has to make of it. */
    record Frame(String hex, boolean resync, Map<String, Object> expect) {}

    /** One client with its messages. */
    static final class Client {
        final StateView view;
        final StateDecoder decoder;
        final List<Frame> frames = new ArrayList<>();
        boolean away;
        boolean missed;

        Client(StateView view, StateDecoder decoder) {
            this.view = view;
            this.decoder = decoder;
        }
    }

    private final RandomState state;
    private final StateEncoder encoder;
    private final Dialect dialect;
    private final boolean views;
    final List<Client> clients = new ArrayList<>();

    Audience(RandomState state, StateEncoder encoder, Dialect dialect, boolean views) {
        this.state = state;
        this.encoder = encoder;
        this.dialect = dialect;
        this.views = views;
    }

    byte[] handshake() {
        return encoder.handshake(dialect);
    }

    Client join(StateView view) {
        Client client = new Client(view, new StateDecoder(handshake(), dialect));
        clients.add(client);
        receive(client, full(client, false), false);
        return client;
    }

    private Encoded full(Client client, boolean rejoin) {
        return client.view == null ? encoder.fullWithoutView(dialect, rejoin) : encoder.full(client.view, rejoin);
    }

    void rejoin(Client client) {
        client.away = false;
        receive(client, full(client, true), true);
    }

    /** Who joins late sees what who was there from the start sees. */
    void checkLateJoiner(StateView like) {
        StateView view = like == null ? null : copy(like);
        join(view);
        clients.removeLast();
    }

    private StateView copy(StateView of) {
        StateView copy = new StateView(dialect);
        for (int i = 0; i < of.table.size(); i++) {
            ViewEntry entry = of.table.at(i);
            if (entry.subscribed) {
                copy.subscribe((StateContainer) entry.node);
            }
            if (entry.member && entry.tags != 0) {
                copy.add((StateObject) entry.node, entry.tags);
            } else if (entry.member) {
                copy.add((StateObject) entry.node);
            }
        }
        return copy;
    }

    void tick() {
        encoder.tick();
        for (Client client : clients) {
            if (!client.away) {
                receive(client, client.view == null ? encoder.patch(dialect) : encoder.patch(client.view), false);
            }
        }
    }

    private void receive(Client client, Encoded message, boolean resync) {
        assertThat(message.offset()).isGreaterThanOrEqualTo(Encoded.HEADROOM);
        byte[] bytes = message.toByteArray();
        if (resync) {
            client.decoder.resync(bytes);
        } else {
            client.decoder.decode(bytes);
        }
        client.frames.add(new Frame(HexFormat.of().formatHex(bytes), resync, client.decoder.state()));
        assertThat(client.decoder.problems()).isEmpty();
        Object seen = Expected.decoded(state.root, client.decoder.state());
        Object wanted = Expected.of(state.root, client.view);
        assertThat(seen).as("tick %d, %s", encoder.ticks(), views).isEqualTo(wanted);
        if (!dialect.isLegacy()) {
            assertThat(client.decoder.referenceCounts()).isEqualTo(client.decoder.reachableCounts());
        }
    }
}
