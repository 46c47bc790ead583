package org.hotrealm.room.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The message handlers of a version of a room type, by message type. Belongs to the behaviour: the engine asks for it
 * anew after each rebind. Immutable; built by {@link #of()}.
 */
public final class Messages {

    private final Map<String, Handler> handlers;
    private final @Nullable Handler fallback;

    private Messages(Map<String, Handler> handlers, @Nullable Handler fallback) {
        this.handlers = Map.copyOf(handlers);
        this.fallback = fallback;
    }

    /** Starts a table without handlers. */
    public static Builder of() {
        return new Builder();
    }

    /** The handler of this type, the fallback, or null where neither is there. */
    public @Nullable Handler handler(String type) {
        return handlers.getOrDefault(type, fallback);
    }

    /** What to do with one message. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Handles a message or a request on the room's thread.
         *
         * @return the answer, used where the client made a request; {@link Payload#NONE} for none
         * @throws InvalidPayload where the payload is not as it must be; says which field
         * @throws RefusedException to reject a request with a reason
         */
        Payload handle(Room room, Seat seat, Message message) throws RefusedException;
    }

    /** A handler that answers nothing. */
    @FunctionalInterface
    public interface Listener {
        /** Handles a message on the room's thread; as {@link Handler#handle}. */
        void handle(Room room, Seat seat, Message message) throws RefusedException;
    }

    /** Collects handlers. */
    public static final class Builder {
        private final Map<String, Handler> handlers = new LinkedHashMap<>();
        private @Nullable Handler fallback;

        private Builder() {}

        /** Handles this type and answers nothing. Numeric types are written as {@code #7}. */
        public Builder on(String type, Listener listener) {
            return answer(type, (room, seat, message) -> {
                listener.handle(room, seat, message);
                return Payload.NONE;
            });
        }

        /** Handles this type; what it returns answers a request. */
        public Builder answer(String type, Handler handler) {
            if (handlers.putIfAbsent(type, handler) != null) {
                throw new IllegalArgumentException("message type '%s' has two handlers".formatted(type));
            }
            return this;
        }

        /** Handles every type without a handler of its own. */
        public Builder otherwise(Handler handler) {
            fallback = handler;
            return this;
        }

        /** The finished table. */
        public Messages build() {
            return new Messages(handlers, fallback);
        }
    }
}
