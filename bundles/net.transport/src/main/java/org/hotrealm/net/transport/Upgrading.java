package org.hotrealm.net.transport;

import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.websocket.core.WebSocketConnection;
import org.eclipse.jetty.websocket.core.WebSocketCoreSession;
import org.jspecify.annotations.Nullable;

/** A request about to become a WebSocket: puts our way of reading and writing into the place of the library's. */
final class Upgrading extends Request.Wrapper {

    private final Stages stages;
    private @Nullable WebSocketCoreSession session;

    Upgrading(Request request, Stages stages) {
        super(request);
        this.stages = stages;
    }

    /** The session that the library made; told before it sets the connection as an attribute. */
    void session(WebSocketCoreSession made) {
        session = made;
    }

    @Override
    public @Nullable Object setAttribute(String name, @Nullable Object value) {
        WebSocketCoreSession of = session;
        return super.setAttribute(name, value instanceof WebSocketConnection && of != null ? wire(of) : value);
    }

    private Wire wire(WebSocketCoreSession of) {
        ConnectionMetaData here = getConnectionMetaData();
        Connector connector = here.getConnector();
        EndPoint endPoint = here.getConnection().getEndPoint();
        Wire wire = new Wire(
                endPoint, connector.getExecutor(), connector.getScheduler(), connector.getByteBufferPool(), of, stages);
        wire.setUseInputDirectByteBuffers(here.getHttpConfiguration().isUseInputDirectByteBuffers());
        connector.getEventListeners().forEach(wire::addEventListener);
        of.setWebSocketConnection(wire);
        return wire;
    }
}
