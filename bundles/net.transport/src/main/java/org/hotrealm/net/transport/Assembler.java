package org.hotrealm.net.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;
import org.jspecify.annotations.Nullable;

/** Puts the fragments of a client's message together, within limits. One thread at a time. */
final class Assembler {

    private @Nullable ByteArrayOutputStream parts;
    private int fragments;
    private boolean text;

    /** The message this frame completes, or null. Order of frames was checked before. */
    byte @Nullable [] take(Frame frame, Settings.Limits limits) {
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            text = frame.getOpCode() == OpCode.TEXT;
            if (frame.isFin()) {
                return bytes(frame.getPayload());
            }
            parts = new ByteArrayOutputStream(frame.getPayloadLength());
            fragments = 0;
        }
        return append(frame, limits);
    }

    private byte @Nullable [] append(Frame frame, Settings.Limits limits) {
        ByteArrayOutputStream all = java.util.Objects.requireNonNull(parts, "a continuation without a beginning");
        if (++fragments > limits.fragments()) {
            throw new Breach(
                    Offence.FRAGMENTS,
                    CloseStatus.POLICY_VIOLATION,
                    "a message of more than %d fragments".formatted(limits.fragments()));
        }
        if (all.size() + frame.getPayloadLength() > limits.messageBytes()) {
            throw new Breach(
                    Offence.MESSAGE_SIZE,
                    CloseStatus.MESSAGE_TOO_LARGE,
                    "a message of more than %d bytes".formatted(limits.messageBytes()));
        }
        all.writeBytes(bytes(frame.getPayload()));
        if (!frame.isFin()) {
            return null;
        }
        parts = null;
        return all.toByteArray();
    }

    /** Whether more of a message has to come. */
    boolean unfinished() {
        return parts != null;
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
            throw new Breach(Offence.FRAMING, CloseStatus.BAD_PAYLOAD, "a text that is not UTF-8");
        }
    }

    private static byte[] bytes(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return bytes;
    }
}
