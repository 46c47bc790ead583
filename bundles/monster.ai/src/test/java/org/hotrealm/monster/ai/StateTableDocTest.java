package org.hotrealm.monster.ai;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hotrealm.realm.api.AiState;
import org.junit.jupiter.api.Test;

class StateTableDocTest {

    private static final Path DOC = Path.of("../../docs/MONSTER_AI.md");

    @Test
    void documentHoldsTheVeryTableOfTheCode() throws IOException {
        List<String> code = StateTable.RULES.stream()
                .map(r -> "| %s | %s | %s | %s |"
                        .formatted(r.state(), r.condition().words(), r.next(), r.reason()))
                .toList();
        List<String> doc = Files.readAllLines(DOC).stream()
                .dropWhile(line -> !line.startsWith("| state | condition |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        assertThat(doc).isEqualTo(code);
    }

    @Test
    void everyStateCanBeReachedAndLeft() {
        assertThat(StateTable.RULES).extracting(Rule::state).contains(AiState.values());
        assertThat(StateTable.RULES).extracting(Rule::next).contains(AiState.values());
    }

    @Test
    void everyConditionIsUsed() {
        assertThat(StateTable.RULES).extracting(Rule::condition).containsAll(Arrays.asList(Condition.values()));
    }
}
