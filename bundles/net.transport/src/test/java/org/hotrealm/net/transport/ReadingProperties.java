package org.hotrealm.net.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotrealm.net.transport.WireFrame.BINARY;
import static org.hotrealm.net.transport.WireFrame.CONTINUATION;
import static org.hotrealm.net.transport.WireFrame.END;
import static org.hotrealm.net.transport.WireFrame.TEXT;
import static org.hotrealm.net.transport.WireFrame.masked;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** Some messages are read past the network library, others by it: in which order they come must not show. */
class ReadingProperties {

    private static final Rig RIG = new Rig("control.frames.per.second", 10_000);
    private static final int LONGEST = 4_096;

    /** What a client may send. */
    enum Kind {
        WHOLE,
        LONG,
        /** On the wire its payload looks like frames. */
        DISGUISED,
        PIECES,
        WORDS,
        PING,
        NOTHING
    }

    @AfterContainer
    static void stop() {
        RIG.close();
    }

    @Property(tries = 60)
    void whatAClientSendsArrivesInOrderWhateverItIsAndHoweverItIsCut(
            @ForAll @Size(min = 1, max = 40) List<Kind> kinds, @ForAll Random random) throws Exception {
        List<String> expected = new ArrayList<>(List.of("opened /"));
        List<byte[]> frames = new ArrayList<>();
        kinds.forEach(kind -> add(kind, random, frames, expected));
        RecordingHandler handler = new RecordingHandler(false);
        RIG.sockets.serve(handler);
        try (RawClient client = RawClient.upgraded(RIG.transport.port(), "/")) {
            send(client, WireFrame.all(frames.toArray(byte[][]::new)), random);
            assertThat(handler.next(expected.size())).isEqualTo(expected);
        }
        assertThat(handler.next()).startsWith("closed 1006");
        RIG.sockets.leave(handler);
    }

    private static void send(RawClient client, byte[] bytes, Random random) throws IOException, InterruptedException {
        int longest = random.nextInt(4) == 0 ? bytes.length : 1 + random.nextInt(3_000);
        for (int at = 0; at < bytes.length; ) {
            int part = Math.min(bytes.length - at, 1 + random.nextInt(longest));
            client.write(Arrays.copyOfRange(bytes, at, at + part));
            at += part;
            // What is read at once, and what of it, is up to the threads; so that it is both, the client rests now and
            // then.
            if (random.nextInt(8) == 0) {
                Thread.sleep(1);
            }
        }
    }

    private static void add(Kind kind, Random random, List<byte[]> frames, List<String> expected) {
        byte[] payload = new byte[kind == Kind.NOTHING ? 0 : random.nextInt(kind == Kind.LONG ? LONGEST + 1 : 200)];
        random.nextBytes(payload);
        if (kind == Kind.DISGUISED) {
            payload = WireFrame.hidden(WireFrame.all(Collections.nCopies(1 + random.nextInt(400), WireFrame.binary(0))
                    .toArray(byte[][]::new)));
        }
        String hex = HexFormat.of().formatHex(payload);
        switch (kind) {
            case WHOLE, LONG, NOTHING, DISGUISED -> frames.add(masked(END | BINARY, payload));
            case PIECES -> {
                int cut = random.nextInt(payload.length + 1);
                frames.add(masked(BINARY, Arrays.copyOf(payload, cut)));
                frames.add(WireFrame.ping("between"));
                frames.add(masked(END | CONTINUATION, Arrays.copyOfRange(payload, cut, payload.length)));
            }
            case WORDS -> frames.add(masked(END | TEXT, hex));
            case PING -> frames.add(WireFrame.ping(hex.substring(0, Math.min(100, hex.length()))));
        }
        if (kind != Kind.PING) {
            expected.add((kind == Kind.WORDS ? "text " : "frame ") + hex);
        }
    }
}
