package org.hotrealm.net.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.eclipse.jetty.websocket.core.exception.CloseException;
import org.jspecify.annotations.Nullable;

/** Puts the fragments of a client's message together, within limits. One thread at a time. */
final class Assembler {

    private @Nullable ByteArrayOutputStream parts;
    private int fragments;
    private boolean text;

    /** The message this frame completes, or null. Order of frames was checked before. */
    byte @Nullable [] take(Frame frame, Settings settings) {
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            text = frame.getOpCode() == OpCode.TEXT;
            if (frame.isFin()) {
                return bytes(frame.getPayload());
            }
            parts = new ByteArrayOutputStream(frame.getPayloadLength());
            fragments = 0;
        }
        return append(frame, settings);
    }

    private byte @Nullable [] append(Frame frame, Settings settings) {
        ByteArrayOutputStream all = java.util.Objects.requireNonNull(parts, "a continuation without a beginning");
        if (++fragments > settings.fragments()) {
            throw new CloseException(
                    CloseStatus.POLICY_VIOLATION,
                    "a message of more than %d fragments".formatted(settings.fragments()));
        }
        if (all.size() + frame.getPayloadLength() > settings.messageBytes()) {
            throw new CloseException(
                    CloseStatus.MESSAGE_TOO_LARGE,
                    "a message of more than %d bytes".formatted(settings.messageBytes()));
        }
        all.writeBytes(bytes(frame.getPayload()));
        if (!frame.isFin()) {
            return null;
        }
        parts = null;
        return all.toByteArray();
    }

    /** Whether the message completed last is text. */
    boolean text() {
        return text;
    }

    static String decode(byte[] message) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CloseException(CloseStatus.BAD_PAYLOAD, "a text that is not UTF-8");
        }
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }
}
