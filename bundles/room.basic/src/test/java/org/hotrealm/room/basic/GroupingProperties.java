package org.hotrealm.room.basic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class GroupingProperties {

    @Property
    void everybodyIsInOneGroupAndNoneIsTooLarge(
            @ForAll @Size(max = 60) List<@DoubleRange(min = 0, max = 3000) Double> ranks,
            @ForAll @IntRange(min = 1, max = 8) int players,
            @ForAll @IntRange(max = 20) int cycles) {
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < ranks.size(); i++) {
            waiting.add(new Waiting(List.of("s" + i), ranks.get(i), cycles, true));
        }

        List<Grouping.Group> groups = new Grouping(players, 10, 15, false).of(waiting);

        Set<String> seen = new HashSet<>();
        groups.forEach(group -> {
            assertThat(group.size()).isBetween(1, players);
            group.sessions().forEach(session -> assertThat(seen.add(session)).isTrue());
        });
        assertThat(seen).hasSize(ranks.size());
        long open = groups.stream().filter(group -> group.size() < players).count();
        assertThat(cycles < 10 || open <= 1).isTrue();
    }
}
