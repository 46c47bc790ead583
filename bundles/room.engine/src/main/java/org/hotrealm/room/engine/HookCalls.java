package org.hotrealm.room.engine;

import java.util.List;
import org.hotrealm.room.api.Messages;
import org.hotrealm.room.api.RoomPart;
import org.hotrealm.room.api.RoomType;
import org.jspecify.annotations.Nullable;

/**
 * Whose hooks a room calls, its type's and its parts', and what keeps those that throw from doing harm. The only place, beside
 * the bindings, where a room holds objects of its behaviours. Room thread only, but for {@link #bound}.
 */
final class HookCalls {

    private final ActiveRoom room;
    private final Running running;
    private @Nullable RoomType type;
    private List<RoomPart> parts = List.of();
    private volatile @Nullable Messages messages;

    HookCalls(ActiveRoom room) {
        this.room = room;
        this.running = new Running(room);
    }

    /** Takes a version of the room's type; throws, and changes nothing, where its messages or parts are not right. */
    void bind(Binding binding) {
        RoomType next = (RoomType) binding.service();
        List<RoomPart> nextParts = List.copyOf(next.parts());
        Messages all = next.messages();
        for (RoomPart part : nextParts) {
            all = all.and(part.messages());
        }
        type = next;
        parts = nextParts;
        messages = all;
    }

    /** Lets go of the type. */
    void unbind() {
        type = null;
        parts = List.of();
        messages = null;
    }

    /** Whether the room's type is there. */
    boolean bound() {
        return messages != null;
    }

    @Nullable
    Messages messages() {
        return messages;
    }

    /** The room's type; null while it is missing. */
    @Nullable
    RoomType type() {
        return type;
    }

    List<RoomPart> parts() {
        return parts;
    }

    /** What of it runs just now. */
    Running running() {
        return running;
    }

    /** Those parts last that came first. */
    void eachPartBack(String hook, PartCall call) {
        for (RoomPart part : parts.reversed()) {
            guard(hook, part.name(), () -> call.on(part));
        }
    }

    /** What it throws is the room's failure, and nothing else happens. */
    void guard(String hook, String of, Call call) {
        String outerHook = running.hook();
        String outerDetail = running.detail();
        running.entered(hook, of);
        try {
            call.run();
        } catch (Exception | Error e) {
            room.failed(of.isEmpty() ? hook : hook + " " + of, e);
        } finally {
            running.entered(outerHook, outerDetail);
        }
    }

    RoomType required() {
        RoomType now = type;
        if (now == null) {
            throw new IllegalStateException("room type '%s' is missing: no bundle provides it".formatted(room.type()));
        }
        return now;
    }

    interface Call {
        void run() throws Exception;
    }

    interface PartCall {
        void on(RoomPart part) throws Exception;
    }
}
