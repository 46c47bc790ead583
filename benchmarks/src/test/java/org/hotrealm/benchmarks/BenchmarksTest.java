package org.hotrealm.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Nobody runs benchmarks every day, so that what they need could go missing unnoticed. */
class BenchmarksTest {

    @Test
    void everyBenchmarkCanBeRun() throws RunnerException {
        var small = new OptionsBuilder()
                .param("content", Path.of("../config/content").toAbsolutePath().toString())
                .param("monsters", "2500")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        assertThat(new Runner(small).run()).as("benchmarks that gave a figure").hasSizeGreaterThan(8);
    }
}
