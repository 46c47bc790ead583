package org.hotrealm.net.colyseus;

import java.io.StringWriter;
import org.hotrealm.room.api.Reservation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the answers to matchmaking requests. */
final class SeatJson {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private SeatJson() {}

    /** The seat in the form of SDK 0.17 and later, with that of 0.16 beside it: each ignores the other's. */
    static String seat(Reservation seat) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("name", seat.name());
            out.writeStringProperty("sessionId", seat.sessionId());
            out.writeStringProperty("roomId", seat.roomId());
            out.writeStringProperty("processId", seat.processId());
            optional(out, "publicAddress", seat.publicAddress());
            optional(out, "reconnectionToken", seat.reconnectionToken());
            out.writeObjectPropertyStart("room");
            out.writeStringProperty("name", seat.name());
            out.writeStringProperty("roomId", seat.roomId());
            out.writeStringProperty("processId", seat.processId());
            optional(out, "publicAddress", seat.publicAddress());
            out.writeEndObject();
            out.writeEndObject();
        }
        return text.toString();
    }

    static String error(int code, String message) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeNumberProperty("code", code);
            out.writeStringProperty("error", message);
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void optional(JsonGenerator out, String name, @Nullable String value) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
    }
}
