package org.hotrealm.ops.shell;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /openapi.json} on the operator's port: what can be asked for there, in OpenAPI 3.1. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/openapi.json")
public final class DescriptionServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(description().length);
        response.getOutputStream().write(description());
    }

    static byte[] description() throws IOException {
        try (InputStream in = Objects.requireNonNull(DescriptionServlet.class.getResourceAsStream("openapi.json"))) {
            return in.readAllBytes();
        }
    }
}
