package org.hotrealm.ops.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.felix.hc.api.execution.HealthCheckExecutionResult;
import org.apache.felix.hc.api.execution.HealthCheckExecutor;
import org.apache.felix.hc.api.execution.HealthCheckSelector;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /health} with every check, {@code /health/live} (the process answers: do not restart it) and {@code /health/ready}
 * (send players here). Status 200 where all is well or only a warning, 503 otherwise.
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
            case "", "/" -> answer(response, executor.execute(ALL));
            case "/ready" -> answer(response, executor.execute(HealthCheckSelector.tags("ready")));
            case "/live" -> answer(response, List.of());
            default -> response.sendError(404, "there are /health, /health/live and /health/ready");
        }
    }

    private void answer(HttpServletResponse response, List<HealthCheckExecutionResult> results) throws IOException {
        Report report = Report.of(results);
        byte[] body = json.writeValueAsBytes(report);
        response.setStatus(report.well() ? 200 : 503);
        response.setContentType("application/json; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
