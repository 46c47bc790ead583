package org.hotrealm.ops.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hotrealm.ops.api.SwapRecord;
import org.hotrealm.ops.api.SwapRecord.RoomChange;
import org.hotrealm.ops.api.SwapRecord.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final int IN_MEMORY = 2;

    @TempDir
    Path folder;

    private Path file;
    private Journal journal;

    @BeforeEach
    void open() {
        file = folder.resolve("swaps/swaps.jsonl");
        journal = new Journal(file, IN_MEMORY);
    }

    private static SwapRecord record(long id, Verdict verdict, RoomChange... rooms) {
        return new SwapRecord(
                id,
                1,
                "Áda",
                "a.jar",
                "a",
                "1",
                "2",
                verdict,
                "because",
                List.of(),
                List.of(rooms),
                List.of(new SwapRecord.Step("check", id)),
                List.of(),
                SwapRecord.Plan.NONE);
    }

    private void add(long... ids) {
        for (long id : ids) {
            journal.add(record(id, Verdict.DONE));
        }
    }

    @Test
    void whoeverNotesTheClassOfTheListNotesNoneOfThisBundle() {
        add(1, 2, 3);

        assertThat(journal.all().getClass().getModule()).isEqualTo(List.class.getModule());
    }

    @Test
    void recordsThatAreNotInMemoryAnyMoreAreReadFromTheFile() {
        add(1, 2, 3, 4, 5);

        assertThat(journal.all())
                .containsExactly(
                        record(5, Verdict.DONE),
                        record(4, Verdict.DONE),
                        record(3, Verdict.DONE),
                        record(2, Verdict.DONE),
                        record(1, Verdict.DONE));
        assertThat(journal.nextId()).isEqualTo(6);
    }

    @Test
    void oneIsFoundByItsNumberInMemoryOrNot() {
        add(1, 2, 3, 4, 5);

        assertThat(journal.find(5)).contains(record(5, Verdict.DONE));
        assertThat(journal.find(2)).contains(record(2, Verdict.DONE));
        assertThat(journal.find(6)).isEmpty();
    }

    @Test
    void allOfThemAreThereAfterARestart() {
        add(1, 2, 3, 4, 5);
        List<SwapRecord> before = List.copyOf(journal.all());

        open();

        assertThat(journal.all()).isEqualTo(before);
        assertThat(journal.nextId()).isEqualTo(6);
    }

    @Test
    void ofTwoWithTheSameNumberTheLaterCounts() {
        add(1, 2, 3, 4);
        journal.add(record(1, Verdict.DIRTY));

        assertThat(journal.all())
                .extracting(SwapRecord::id, SwapRecord::verdict)
                .startsWith(tuple(1L, Verdict.DIRTY))
                .hasSize(4);
        open();
        assertThat(journal.count(Verdict.DIRTY)).isOne();
        assertThat(journal.count(Verdict.DONE)).isEqualTo(3);
    }

    @Test
    void aLineThatWasTornTakesNoOtherAlong() throws Exception {
        add(1, 2);
        Files.writeString(file, "{\"id\":3,\"who\":\"", StandardOpenOption.APPEND);
        open();
        add(3, 4, 5);

        assertThat(journal.all()).extracting(SwapRecord::id).containsExactly(5L, 4L, 3L, 2L, 1L);
        open();
        assertThat(journal.all()).extracting(SwapRecord::id).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void whatCannotBeWrittenIsToldForAsLongAsItIsInMemory() throws Exception {
        Files.createDirectory(file);
        add(1, 2, 3);

        assertThat(journal.all()).extracting(SwapRecord::id).containsExactly(3L, 2L);
    }

    @Test
    void theLastGapIsThatOfTheLastSwapForWhichARoomChangedOver() {
        add(1);
        assertThat(journal.lastGapNanos()).isZero();
        RoomChange change = new RoomChange("a", "monsters", "1", "2", 7, 5_000);
        journal.add(record(2, Verdict.DONE, change, new RoomChange("b", "monsters", "1", "2", 7, 9_000)));
        add(3, 4, 5);

        assertThat(journal.lastGapNanos()).isEqualTo(9_000);
    }
}
