package org.hotrealm.itests.wiring;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.hotrealm.itests.harness.InFramework;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WiringIT {

    @TestFactory
    Stream<DynamicTest> insideTheFramework() throws IOException, InterruptedException {
        return InFramework.run(Duration.ofMinutes(2));
    }
}
