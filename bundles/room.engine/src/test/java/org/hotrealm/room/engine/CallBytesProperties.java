package org.hotrealm.room.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CallBytesProperties {

    @Property(tries = 300)
    void whatIsWrittenIsRead(@ForAll String room, @ForAll long number, @ForAll double share, @ForAll boolean flag) {
        assertThat(CallBytes.read(CallBytes.write(room, number, share, flag, null)))
                .containsExactly(room, number, share, flag, null);
    }

    @Test
    void bytesThatHoldNoRowAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CallBytes.read(new byte[] {'T'}));
        assertThatIllegalArgumentException().isThrownBy(() -> CallBytes.read(new byte[] {'A', 0, 0, 0, 9}));
    }
}
