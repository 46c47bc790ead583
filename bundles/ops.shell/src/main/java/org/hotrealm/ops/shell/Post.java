package org.hotrealm.ops.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a POST that takes a while has in common, whatever it asks for: 400 where it is not understood, 503 where nobody is there
 * who does it; then the outcome with 200 or 409, or, with {@code Accept: text/event-stream}, each {@code step} as it begins and
 * the outcome as the last event.
 *
 * @param body type of what is sent
 * @param example of it, for who sent something else
 * @param event name of the last event
 * @param well whether an outcome is what was asked for
 * @param <R> what is asked for
 * @param <O> what becomes of it
 */
record Post<R, O>(Class<? extends Body<R>> body, String example, String event, Predicate<O> well) {

    /** What is sent. */
    interface Body<R> {
        /** What it asks for, sent from this address; throws {@link Words.NotUnderstood}. */
        R request(String address);
    }

    /** Who does it. */
    interface Doer<R, O> {
        /** Does it and tells each step. */
        O run(R request, Consumer<String> progress);
    }

    /** Answers, on another thread; {@code doer} throws {@link Words.NotUnderstood} where there is none. */
    void answer(HttpServletRequest request, HttpServletResponse response, Supplier<Doer<R, O>> doer)
            throws IOException {
        Optional<? extends Body<R>> sent = Bodies.read(request, body);
        if (sent.isEmpty()) {
            String why = "send %s as application/json; /openapi.json describes it".formatted(example);
            Bodies.json(response, 400, Map.of("error", why));
            return;
        }
        R asked;
        try {
            asked = sent.get().request(request.getRemoteAddr());
        } catch (Words.NotUnderstood e) {
            Bodies.error(response, 400, e);
            return;
        }
        Apart.run(request, response, () -> run(asked, doer, Events.wanted(request), response));
    }

    private void run(R asked, Supplier<Doer<R, O>> doer, boolean steps, HttpServletResponse response)
            throws IOException {
        Doer<R, O> found;
        try {
            // Asked for before the first byte is sent: then it can still be refused with a status.
            found = doer.get();
        } catch (Words.NotUnderstood e) {
            Bodies.error(response, 503, e);
            return;
        }
        if (steps) {
            Events events = new Events(response);
            events.event(event, Bodies.json(found.run(asked, events::step)));
        } else {
            O outcome = found.run(asked, step -> {});
            Bodies.json(response, well.test(outcome) ? 200 : 409, outcome);
        }
    }
}
