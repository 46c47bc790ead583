package org.hotrealm.ops.shell;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code POST /shell} on the operator's port: a command as a JSON array of words, answered in text. Status 200 for done, 422
 * for not done, 403 for whom it is not allowed. With {@code Accept: text/event-stream} it tells each {@code step} as it begins, and
 * at the end {@code done} or {@code failed}.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/shell")
@HttpWhiteboardServletAsyncSupported
public final class ShellServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient Commands commands;
    private final transient Guard guard;

    /** A servlet for these commands. */
    @Activate
    public ShellServlet(BundleContext context, @Reference Commands commands) {
        this.commands = commands;
        guard = Guard.of(context);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> refusal = guard.refusal(request);
        if (refusal.isPresent()) {
            Bodies.text(response, 403, refusal.get());
            return;
        }
        Optional<String[]> words = Bodies.read(request, String[].class);
        if (words.isEmpty()) {
            Bodies.text(response, 400, "send the command as a JSON array of words, content type application/json");
            return;
        }
        List<String> command = Arrays.asList(words.get());
        Apart.run(request, response, () -> answer(command, request, response));
    }

    private void answer(List<String> command, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Events.wanted(request)) {
            Events events = new Events(response);
            Answer answer = commands.run(command, events::step);
            events.event(answer.ok() ? "done" : "failed", answer.text());
            return;
        }
        Answer answer = commands.run(command);
        Bodies.text(response, answer.ok() ? 200 : 422, answer.text());
    }
}
