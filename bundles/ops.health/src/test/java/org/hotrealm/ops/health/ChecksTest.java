package org.hotrealm.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.room.api.RoomInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest {

    private static RoomInfo room(long tick, long late, long failures, List<String> missing) {
        return new RoomInfo("r1", "realm", 1, 10, false, tick, 50, 1, late, failures, List.of(), missing);
    }

    private static List<String> messages(Result result) {
        List<String> messages = new ArrayList<>();
        result.forEach(entry -> messages.add(entry.getMessage()));
        return messages;
    }

    @Test
    void roomsInTimeAreWell() {
        Result result = RoomsCheck.look(List.of(room(10_000, 20, 0, List.of())));
        assertThat(result.getStatus()).isEqualTo(Result.Status.OK);
        assertThat(messages(result)).contains("1 room runs");
    }

    @Test
    void roomWithManyLateTicksIsAWarning() {
        Result result = RoomsCheck.look(List.of(room(1000, 50, 0, List.of())));
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(messages(result)).anyMatch(message -> message.contains("50 of 1000 ticks began late"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, OK, 1 room runs",
        "1, WARN, rung 1 of 3): minds that nobody sees are spared",
        "2, WARN, nobody new is let in",
        "3, CRITICAL, its clock runs slower"
    })
    void anOverloadedRoomSaysWhatItGivesUp(int rung, Result.Status status, String told) {
        RoomInfo room = new RoomInfo("r1", "realm", 1, 10, false, 100, 50, 1, 0, 0, List.of(), List.of(), "", 0, rung);

        Result result = RoomsCheck.look(List.of(room));

        assertThat(result.getStatus()).isEqualTo(status);
        assertThat(messages(result)).anyMatch(message -> message.contains(told));
    }

    @Test
    void fewLateTicksAtTheBeginningAreNone() {
        assertThat(RoomsCheck.look(List.of(room(20, 5, 0, List.of()))).getStatus())
                .isEqualTo(Result.Status.OK);
    }

    @Test
    void roomThatMissesASystemIsCriticalAndSaysWhatToDo() {
        Result result = RoomsCheck.look(List.of(room(10, 0, 0, List.of("monsters"))));
        assertThat(result.getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(messages(result)).anyMatch(message -> message.contains("misses [monsters]"));
    }

    @Test
    void roomWithFailuresIsAWarning() {
        assertThat(RoomsCheck.look(List.of(room(10, 0, 3, List.of()))).getStatus())
                .isEqualTo(Result.Status.WARN);
    }

    @Test
    void settingsThatAreNotInForceAreAWarningThatNamesTheFile() {
        Result result = ConfigCheck.look(List.of("config/a.json line 3 column 2: port is many"));
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(messages(result)).anyMatch(message -> message.contains("config/a.json line 3"));
        assertThat(ConfigCheck.look(List.of()).getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void refusedEditIsShownWithFileAndLine() {
        Result result =
                ContentCheck.look(4, List.of(new ContentProblem("monsters.json", 12, "/goblin/hp", "hp is -3")));
        assertThat(result.getStatus()).isEqualTo(Result.Status.WARN);
        assertThat(messages(result)).anyMatch(message -> message.contains("monsters.json:12"));
        assertThat(ContentCheck.look(4, List.of()).getStatus()).isEqualTo(Result.Status.OK);
    }

    @Test
    void absentPartsAreToldAndNotThrown() {
        assertThat(new RoomsCheck().execute().getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(new ContentCheck().execute().getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(new ClusterCheck().execute().getStatus()).isEqualTo(Result.Status.CRITICAL);
        assertThat(new ReadyCheck().execute().getStatus()).isEqualTo(Result.Status.TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void noCheckMeansTheProcessLives() {
        Report report = Report.of(List.of());
        assertThat(report.well()).isTrue();
        assertThat(report.status()).isEqualTo(Result.Status.OK);
    }
}
