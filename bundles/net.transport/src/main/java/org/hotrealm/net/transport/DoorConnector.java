package org.hotrealm.net.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** Accepts connections: counts them by address, and lets closed ones linger until the client has heard why. */
final class DoorConnector extends ServerConnector {

    /** Pages and requests beside the WebSockets. */
    private static final int TIMES = 2;

    private final Sockets sockets;
    private final Lingering lingering;
    private final Door door = new Door();

    DoorConnector(Server server, Sockets sockets, Lingering lingering, ConnectionFactory... factories) {
        super(server, 1, -1, factories);
        this.sockets = sockets;
        this.lingering = lingering;
    }

    @Override
    protected SelectorManager newSelectorManager(Executor executor, Scheduler scheduler, int selectors) {
        return new ServerConnectorManager(executor, scheduler, selectors) {
            @Override
            protected ManagedSelector newSelector(int id) {
                return new PatientSelector(
                        this, id, () -> sockets.settings().times().gatherNanos());
            }
        };
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        Guest guest = new Guest(channel, selector, key, getScheduler());
        guest.setIdleTimeout(getIdleTimeout());
        return guest;
    }

    /** When the network last took something of this connection, in nanoseconds as the system counts them. */
    static long wroteAt(EndPoint endPoint) {
        return network(endPoint) instanceof Guest guest ? guest.wroteAt : Long.MIN_VALUE;
    }

    private static EndPoint network(EndPoint endPoint) {
        return endPoint instanceof SslConnection.SslEndPoint encrypted
                ? encrypted.getSslConnection().getEndPoint()
                : endPoint;
    }

    /** This is a WebSocket now; what arrives on it is for the intake first, unless it is encrypted. */
    static void reads(EndPoint endPoint, Intake intake) {
        if (network(endPoint) instanceof Guest guest) {
            guest.webSocket = true;
        }
        if (endPoint instanceof Guest guest) {
            guest.intake = intake;
        }
    }

    /** Who has connections open. */
    Door door() {
        return door;
    }

    /** The limit for connections of this peer: a proxy stands for many. */
    private int most(String address) {
        Settings.Access access = sockets.settings().access();
        boolean free = access.unlimited().contains(address) || access.proxies().contains(address);
        return free ? 0 : TIMES * sockets.settings().limits().ofAddress();
    }

    /** One connection, from accepting to the end of its lingering. */
    private final class Guest extends SocketChannelEndPoint {

        private final PatientSelector selector;
        private final SelectionKey key;
        private final String site;
        private final boolean entered;
        private volatile boolean webSocket;
        private volatile @Nullable Intake intake;
        private boolean emptied;
        private volatile boolean closed;
        private volatile long wroteAt = System.nanoTime();

        Guest(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
            this.selector = (PatientSelector) selector;
            this.key = key;
            String address = Door.address(getRemoteSocketAddress());
            this.site = Door.site(address);
            int most = most(address);
            this.entered = door.enter(site, most);
            if (!entered) {
                sockets.offended(
                        Offence.CONNECTIONS_OF_ADDRESS,
                        "more than %d connections of one address; the rest is closed".formatted(most),
                        address);
            }
        }

        @Override
        public void onOpen() {
            super.onOpen();
            if (!entered) {
                close();
            }
        }

        /**
         * While the library waits for bytes, the intake looks at them first. Where nothing is left the library is not woken,
         * and the key stays as it is.
         */
        @Override
        public @Nullable Runnable onSelected() {
            if (webSocket) {
                selector.found();
            }
            Intake first = intake;
            return first != null && key.readyOps() == SelectionKey.OP_READ && isFillInterested() && read(first)
                    ? null
                    : super.onSelected();
        }

        /** False where the library has to read: the rest, or that there is nothing more to come. */
        private boolean read(Intake first) {
            Socket to = first.begin();
            if (to == null) {
                return false;
            }
            try {
                return read(first, to);
            } finally {
                to.given();
            }
        }

        private boolean read(Intake first, Socket to) {
            ByteBuffer bytes = selector.received();
            try {
                int read = getChannel().read(bytes);
                if (read <= 0) {
                    return read == 0;
                }
            } catch (IOException e) {
                return false;
            }
            notIdle();
            boolean empty = bytes.hasRemaining();
            boolean all = first.take(bytes.flip(), to);
            emptied = !all && empty;
            return all;
        }

        /** A read that found less than there was room for has emptied the socket: the next one is saved. */
        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            if (emptied) {
                emptied = false;
                return 0;
            }
            int filled = super.fill(buffer);
            Intake first = intake;
            if (filled > 0 && first != null) {
                first.passed(buffer, buffer.limit() - filled, buffer.limit());
            }
            emptied = filled > 0 && BufferUtil.space(buffer) > 0;
            return filled;
        }

        /** One buffer needs no gathering write, which costs more. */
        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            if (buffers.length != 1) {
                wroteAt = System.nanoTime();
                return super.flush(buffers);
            }
            try {
                if (getChannel().write(buffers[0]) > 0) {
                    notIdle();
                    wroteAt = System.nanoTime();
                }
            } catch (IOException e) {
                throw new EofException(e);
            }
            return !buffers[0].hasRemaining();
        }

        @Override
        public boolean isOpen() {
            return !closed && super.isOpen();
        }

        @Override
        public void doClose() {
            closed = true;
            key.cancel();
            if (!entered || !lingering.take(getChannel(), this::left)) {
                super.doClose();
                left();
            }
        }

        private void left() {
            if (entered) {
                door.leave(site);
            }
        }
    }
}
