package org.hotrealm.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;

/** The five levels, as JSON for machines and as a page for people. */
class PageTest {

    private static Report report(Result.Status status, String message) {
        Advice advice = Advice.of(status);
        return new Report(
                status,
                advice.meaning(),
                advice.machine(),
                advice.human(),
                List.of(new Report.Check("content", status, advice.machine(), advice.human(), List.of(message))));
    }

    @Test
    void everyLevelSaysWhatAMachineAndAHumanShouldDo() {
        assertThat(Advice.ALL).hasSize(5).allSatisfy(advice -> {
            assertThat(advice.meaning()).isNotBlank();
            assertThat(advice.machine()).isNotBlank();
            assertThat(advice.human()).isNotBlank();
        });
        assertThat(Advice.ALL).extracting(Advice::human).doesNotHaveDuplicates();
    }

    @Test
    void pageShowsTheLevelTheChecksAndWhatToDo() {
        String page = Page.of(report(Result.Status.WARN, "monsters.json:3 is wrong"));
        assertThat(page)
                .contains("<h1>WARN</h1>", "content<span>WARN</span>", "monsters.json:3 is wrong", "look soon")
                .doesNotContainPattern("\\{[a-z]+}");
    }

    @Test
    void whatOthersWroteIsTextAndNothingElse() {
        assertThat(Page.of(report(Result.Status.OK, "<script>alert('x')</script>")))
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void browsersGetThePageAndMachinesJson() {
        assertThat(HealthServlet.wantsPage("text/html,application/xhtml+xml,*/*;q=0.8"))
                .isTrue();
        assertThat(HealthServlet.wantsPage("application/json")).isFalse();
        assertThat(HealthServlet.wantsPage("*/*")).isFalse();
        assertThat(HealthServlet.wantsPage(null)).isFalse();
    }
}
