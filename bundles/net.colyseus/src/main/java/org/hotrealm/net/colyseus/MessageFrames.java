package org.hotrealm.net.colyseus;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hotrealm.room.api.Message;

/**
 * Makes the frame of a message once, however many clients get it: a broadcast hands the same object to every link. Any
 * thread; two that miss at the same time both make the frame, which costs but does not harm.
 */
final class MessageFrames {

    private static final int SLOTS = 64;

    /** Weak, so that what an application put into a message is not kept alive by having been sent. */
    private record Slot(WeakReference<Message> message, byte[] frame) {}

    private final AtomicReferenceArray<Slot> slots = new AtomicReferenceArray<>(SLOTS);

    /** The frame of this very object. Not to be changed: others are sent the same array. */
    byte[] of(Message message) {
        int index = System.identityHashCode(message) & (SLOTS - 1);
        Slot slot = slots.get(index);
        if (slot != null && slot.message.refersTo(message)) {
            return slot.frame;
        }
        byte[] frame = ServerFrame.message(message);
        slots.set(index, new Slot(new WeakReference<>(message), frame));
        return frame;
    }
}
