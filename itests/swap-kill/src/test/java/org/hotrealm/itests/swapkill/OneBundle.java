package org.hotrealm.itests.swapkill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.hotrealm.itests.harness.Distribution;
import org.hotrealm.itests.harness.Operator;
import org.hotrealm.itests.reissue.Reissue;

/** A bundle for itself, over HTTP, which tells the steps. */
final class OneBundle implements Subject {

    private final String name;
    private final Path delivered;
    private final Path reissued;
    private final String[] more;

    /** @param more of the request */
    OneBundle(String name, Path folder, String... more) throws IOException {
        this.name = name;
        this.more = more;
        delivered = Distribution.folder().resolve("bundles/%s-%s.jar".formatted(name, SwapKillIT.OLD));
        reissued = Reissue.of(delivered, SwapKillIT.NEW, folder);
    }

    @Override
    public List<String> bundles() {
        return List.of(name);
    }

    @Override
    public Asked ask(Operator operator, String version) throws Exception {
        Path jar = version.equals(SwapKillIT.OLD) ? delivered : reissued;
        Iterator<String> steps = operator.steps(Operator.request(jar, more)).iterator();
        return (step, server) -> {
            List<String> begun = new ArrayList<>();
            while (!begun.contains(step)) {
                assertThat(steps.hasNext())
                        .as("the swap ended before '%s' after %s:\n%s", step, begun, server.output())
                        .isTrue();
                begun.add(steps.next());
            }
        };
    }
}
