package org.hotrealm.metrics.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dashboard and the alert rules that are shipped ask for meters that exist, in words that Prometheus understands. */
class MonitoringTest {

    private static final Path MONITORING = Path.of("../../distribution/src/monitoring");
    private static final Path RULES = MONITORING.resolve("hotrealm.rules.yml");
    private static final Path RULE_TESTS = MONITORING.resolve("tests/hotrealm.rules.test.yml");
    private static final Path DASHBOARD = MONITORING.resolve("grafana-dashboard.json");
    private static final Path PAGE = Path.of("../../docs/METRICS.md");

    private static final Pattern METER = Pattern.compile("\\b(?:hotrealm|jvm|process|system)_\\w+");
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(\\w+)` \\| (\\w+)", Pattern.MULTILINE);
    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern TESTED = Pattern.compile("- alertname: (\\w+)");

    @Test
    void prometheusUnderstandsTheRulesAndTheExample() throws Exception {
        Promtool.accepts("check", "rules", RULES.toString());
        Promtool.accepts("check", "config", MONITORING.resolve("prometheus.yml").toString());
    }

    @Test
    void everyAlertFiresWhenItShouldAndNotBefore() throws Exception {
        Promtool.accepts("test", "rules", RULE_TESTS.toString());
        assertThat(all(TESTED, RULE_TESTS)).isEqualTo(all(ALERT, RULES));
    }

    @Test
    void prometheusUnderstandsWhatTheDashboardAsks(@TempDir Path folder) throws Exception {
        StringBuilder rules = new StringBuilder("groups:\n- name: dashboard\n  rules:\n");
        List<String> questions = questions();
        for (int i = 0; i < questions.size(); i++) {
            String question = questions.get(i).replace("$__rate_interval", "1m").replaceAll("\\$(instance|type)", ".*");
            rules.append("  - record: question_%d%n    expr: '%s'%n".formatted(i, question.replace("'", "''")));
        }
        Path file = Files.writeString(folder.resolve("dashboard.yml"), rules);
        assertThat(questions).hasSizeGreaterThan(40);
        Promtool.accepts("check", "rules", file.toString());
    }

    @Test
    void everyMeterThatIsAskedForIsDocumented() throws IOException {
        Set<String> documented = documented();
        assertThat(meters(List.of(Files.readString(RULES)))).isNotEmpty().isSubsetOf(documented);
        assertThat(meters(questions())).isNotEmpty().isSubsetOf(documented);
    }

    @Test
    void theOperatorsGuideSaysOfEveryAlertWhatToDo() throws IOException {
        Pattern row = Pattern.compile("^\\| `(Hotrealm\\w+)` \\| [^|]+ \\| [^|]+ \\|$", Pattern.MULTILINE);
        assertThat(all(row, Path.of("../../docs/OPERATIONS.md"))).isEqualTo(all(ALERT, RULES));
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        JsonNode dashboard = JsonMapper.builder().build().readTree(Files.readString(DASHBOARD));
        assertThat(dashboard.get("title").asString()).isEqualTo("Hotrealm");
        String rules = Files.readString(RULES);
        int alerts = all(ALERT, RULES).size();
        assertThat(rules.split("\n {10}summary: ", -1)).hasSize(alerts + 1);
        assertThat(rules.split("\n {10}action: ", -1)).hasSize(alerts + 1);
    }

    /** The names that a query may use of what is documented. */
    private static Set<String> documented() throws IOException {
        return DOCUMENTED
                .matcher(Files.readString(PAGE))
                .results()
                .flatMap(row -> names(row.group(1), row.group(2)).stream())
                .collect(Collectors.toSet());
    }

    private static List<String> names(String name, String type) {
        return switch (type) {
            case "histogram" -> List.of(name + "_bucket", name + "_count", name + "_sum", name + "_max");
            case "summary" -> List.of(name + "_count", name + "_sum", name + "_max");
            default -> List.of(name);
        };
    }

    private static Set<String> meters(Collection<String> texts) {
        return texts.stream()
                .flatMap(text -> METER.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> questions() throws IOException {
        JsonNode dashboard = JsonMapper.builder().build().readTree(Files.readString(DASHBOARD));
        return dashboard.findValues("expr").stream().map(JsonNode::asString).toList();
    }

    private static Set<String> all(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
