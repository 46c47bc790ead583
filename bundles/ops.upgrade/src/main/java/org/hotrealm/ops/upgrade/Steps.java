package org.hotrealm.ops.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.hotrealm.ops.api.SwapRecord.Step;

/** The steps of a swap: told as they begin, noted with their time as they end. One thread. */
final class Steps {

    private final List<Step> done = new ArrayList<>();
    private final Consumer<String> begins;
    private final Pause pause;
    private Consumer<String> progress;

    /**
     * @param begins hears each step's name before anybody else
     * @param progress hears steps and details
     */
    Steps(Consumer<String> begins, Consumer<String> progress, Pause pause) {
        this.begins = begins;
        this.pause = pause;
        this.progress = progress;
    }

    /** Something that gives something or refuses. */
    interface Work<T> {
        T run() throws Refusal;
    }

    /** Something that is done or refuses. */
    interface Action {
        void run() throws Refusal;
    }

    <T> T ask(String name, Work<T> work) throws Refusal {
        begins.accept(name);
        progress.accept(name);
        pause.at(name);
        long start = System.nanoTime();
        try {
            return work.run();
        } finally {
            done.add(new Step(name, (System.nanoTime() - start) / 1000));
        }
    }

    void run(String name, Action action) throws Refusal {
        ask(name, () -> {
            action.run();
            return name;
        });
    }

    /** A detail of the step under way. */
    void tell(String detail) {
        progress.accept(detail);
    }

    /** Whoever listened is let go of. */
    void hush() {
        progress = detail -> {};
    }

    boolean did(String name) {
        return done.stream().anyMatch(step -> step.name().equals(name));
    }

    List<Step> done() {
        return List.copyOf(done);
    }
}
