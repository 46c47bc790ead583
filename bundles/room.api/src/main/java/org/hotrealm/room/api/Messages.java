package org.hotrealm.room.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The message handlers of a version of a room type, by message type. Belongs to the behaviour: the engine asks for it
 * anew after each rebind. Immutable; built by {@link #of()}.
 */
public final class Messages {

    /** No handlers. */
    public static final Messages NONE = of().build();

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

    /** The types with a handler of their own. */
    public Set<String> types() {
        return handlers.keySet();
    }

    /**
     * Both tables in one; the fallback is this one's where it has one.
     *
     * @throws IllegalArgumentException where both handle a type
     */
    public Messages and(Messages other) {
        Map<String, Handler> both = new LinkedHashMap<>(handlers);
        other.handlers.forEach((type, handler) -> {
            if (both.putIfAbsent(type, handler) != null) {
                throw new IllegalArgumentException("message type '%s' has two handlers".formatted(type));
            }
        });
        return new Messages(both, fallback == null ? other.fallback : fallback);
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

    /** A handler of checked messages that answers nothing. */
    @FunctionalInterface
    public interface Typed<T> {
        /** Handles a message on the room's thread; as {@link Handler#handle}. */
        void handle(Room room, Seat seat, T message) throws RefusedException;
    }

    /** A handler of checked messages; what it returns answers a request. */
    @FunctionalInterface
    public interface TypedRequest<T> {
        /** Handles a message on the room's thread; as {@link Handler#handle}. */
        Payload handle(Room room, Seat seat, T message) throws RefusedException;
    }

    /** A handler of requests that are answered later. */
    @FunctionalInterface
    public interface Deferred {
        /**
         * Takes a request, to be answered by {@link Seat#answer} or {@link Seat#reject}.
         *
         * @param request its id, for the answer; -1 where the client sent a message and waits for nothing
         */
        void handle(Room room, Seat seat, Message message, long request) throws RefusedException;
    }

    /** A {@link Deferred} handler in the table, which the engine tells from the others. */
    public record Later(Deferred deferred) implements Handler {
        @Override
        public Payload handle(Room room, Seat seat, Message message) throws RefusedException {
            deferred.handle(room, seat, message, -1);
            return Payload.NONE;
        }
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

        /** Handles this type's payloads once they are checked and made into records. */
        public <T extends Record> Builder on(String type, Shape<T> shape, Typed<T> handler) {
            return on(type, (room, seat, message) -> handler.handle(room, seat, shape.read(message.payload())));
        }

        /** Handles raw bytes of this type; a payload of another kind is invalid. */
        public Builder onBytes(String type, Typed<byte[]> handler) {
            return on(type, (room, seat, message) -> {
                if (!(message.payload().value() instanceof byte[] bytes)) {
                    throw new InvalidPayload("payload", message.payload().value(), "raw bytes are needed");
                }
                handler.handle(room, seat, bytes);
            });
        }

        /** Handles this type; what it returns answers a request. */
        public Builder answer(String type, Handler handler) {
            if (handlers.putIfAbsent(type, handler) != null) {
                throw new IllegalArgumentException("message type '%s' has two handlers".formatted(type));
            }
            return this;
        }

        /** Handles this type's payloads once they are checked; what it returns answers a request. */
        public <T extends Record> Builder answer(String type, Shape<T> shape, TypedRequest<T> handler) {
            return answer(type, (room, seat, message) -> handler.handle(room, seat, shape.read(message.payload())));
        }

        /** Takes requests of this type and answers them later, such as when {@link Room#later} is done. */
        public Builder later(String type, Deferred handler) {
            return answer(type, new Later(handler));
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
