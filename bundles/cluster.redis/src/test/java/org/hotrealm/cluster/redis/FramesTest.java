package org.hotrealm.cluster.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.hotrealm.cluster.api.RemoteFailure;

class FramesTest {

    @Property(tries = 200)
    void callComesOutAsItWentIn(
            @ForAll long id, @ForAll @StringLength(max = 50) String operation, @ForAll byte[] body) {
        Frames.Call call = Frames.call(Frames.bytes(new Frames.Call(id, "reply", operation, body)));
        assertThat(call.id()).isEqualTo(id);
        assertThat(call.operation()).isEqualTo(operation);
        assertThat(call.body()).isEqualTo(body);
    }

    @Property(tries = 200)
    void failureComesOutAsItWentIn(@ForAll int code, @ForAll @StringLength(max = 6000) String words) {
        Frames.Reply reply = Frames.reply(Frames.bytes(Frames.Reply.failure(7, new RemoteFailure(code, words))));
        assertThat(reply.failed()).isTrue();
        assertThat(reply.code()).isEqualTo(code);
        assertThat(words).startsWith(reply.words());
    }

    @Property(tries = 200)
    void strangeBytesAreRefused(@ForAll byte[] bytes) {
        byte[] cut = Arrays.copyOf(bytes, Math.min(bytes.length, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> Frames.call(cut));
    }
}
