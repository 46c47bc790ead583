package org.hotrealm.realm.zone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.hotrealm.content.api.ContentSet;
import org.hotrealm.realm.testkit.FakeSeat;
import org.hotrealm.realm.testkit.Maps;
import org.hotrealm.realm.testkit.Samples;
import org.hotrealm.room.api.JoinRequest;
import org.hotrealm.room.api.JoinRequest.Method;
import org.hotrealm.room.api.Payload;
import org.hotrealm.room.api.RefusedException;
import org.hotrealm.room.api.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OperatorsTest {

    private static final String TOKEN = "abcdefghijklmnopqrstuv-_";

    private static JoinRequest request(String address, String host, Payload options) {
        return new JoinRequest(Method.JOIN_OR_CREATE, "realm", options, null, address, Map.of("host", host));
    }

    @ParameterizedTest(name = "{0} asking for {1}: {2}")
    @CsvSource({
        "127.0.0.1, localhost:2567, true",
        "::1, [::1]:2567, true",
        "0:0:0:0:0:0:0:1, 127.0.0.1, true",
        "192.168.1.7, 192.168.1.5:2567, false",
        "203.0.113.9, localhost:2567, false",
        "127.0.0.1, play.example, false",
        "127.0.0.1, '', false",
        "'', localhost, false",
        "no address, localhost, false"
    })
    void withoutAPasswordOperatorsPlayOnTheServersOwnMachine(String address, String host, boolean operator) {
        Payload mark = new Operators("").mark(request(address, host, Payload.map("operator", "x")));
        assertThat(mark.has("operator")).isEqualTo(operator);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "203.0.113.9, open sesame!, true",
        "203.0.113.9, Open sesame!, false",
        "203.0.113.9, '', false",
        "127.0.0.1, , false"
    })
    void withAPasswordOperatorsAreThoseWhoShowIt(String address, String shown, boolean operator) {
        Payload options = shown == null ? Payload.NONE : Payload.map("operator", shown);
        Payload mark = new Operators("open sesame!").mark(request(address, "localhost", options));
        assertThat(mark.has("operator")).isEqualTo(operator);
    }

    @Test
    void aClientThatCallsItselfOneIsNone() {
        JoinRequest request = request("203.0.113.9", "localhost", Payload.map("operator", true));
        assertThat(new Operators("").mark(request).none()).isTrue();
        assertThat(new Operators("open sesame!").mark(request).none()).isTrue();
    }

    @Test
    void anOperatorIsStillOneAfterItsCharacterWasFetched() throws RefusedException {
        ContentSet content = Samples.with(Maps.field(30).build()).build();
        Bench bench = new Bench(content);
        bench.zone.store = new SlowStore();
        Payload options = Payload.map("name", "Ada", "token", TOKEN);
        Payload mark = bench.zone.authenticate(request("127.0.0.1", "localhost", options));
        FakeSeat seat = bench.room.sit("s");
        seat.auth(bench.zone.admission().admit(new Visitor("room", "s", options, mark, null)));
        bench.zone.join(bench.room, seat, options);
        Payload welcome = seat.sent("welcome").getFirst();
        assertThat(welcome.field("operator")).isEqualTo(true);
        assertThat(welcome.field("progress")).isEqualTo("stored");
    }

    @Test
    void aShortPasswordIsRefused() {
        assertThatThrownBy(() -> Settings.operators("sesame"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("operatorPassword has 6 characters: it needs at least 12, or none at all");
    }
}
