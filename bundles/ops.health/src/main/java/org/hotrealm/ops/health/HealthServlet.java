package org.hotrealm.ops.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /health} with every check, {@code /health/live} (the process answers: do not restart it) and {@code /health/ready}
 * (send players here). Status 200 where all is well or only a warning, 503 otherwise. JSON, or a page where a browser asks.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/health", "/health/*"})
public final class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Every check but those tagged {@code off}; naming no tag would mean the tag {@code default}. */
    static final HealthCheckSelector ALL = HealthCheckSelector.tags("-off");

    private final transient HealthCheckExecutor executor;
    private final transient JsonMapper json = JsonMapper.builder().build();

    /** A servlet that has this executor run the checks. */
    @Activate
    public HealthServlet(@Reference HealthCheckExecutor executor) {
        this.executor = executor;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        switch (path) {
            case "", "/" -> answer(request, response, executor.execute(ALL));
            case "/ready" -> answer(request, response, executor.execute(HealthCheckSelector.tags("ready")));
            case "/live" -> answer(request, response, List.of());
            default -> response.sendError(404, "there are /health, /health/live and /health/ready");
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, List<HealthCheckExecutionResult> results)
            throws IOException {
        Report report = Report.of(results);
        boolean page = wantsPage(request.getHeader("Accept"));
        byte[] body = page ? Page.of(report).getBytes(StandardCharsets.UTF_8) : json.writeValueAsBytes(report);
        response.setStatus(report.well() ? 200 : 503);
        response.setContentType(page ? "text/html; charset=utf-8" : "application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** A browser says so; whatever takes anything gets JSON. */
    static boolean wantsPage(@Nullable String accept) {
        return accept != null && accept.contains("text/html");
    }
}
