package org.hotrealm.ops.health;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A report as a page for people: no script, nothing fetched. */
final class Page {

    private static final String FRAME = frame();

    private Page() {}

    static String of(Report report) {
        StringBuilder checks = new StringBuilder();
        report.checks().forEach(check -> checks.append(check(check)));
        StringBuilder levels = new StringBuilder();
        Advice.ALL.forEach(
                advice -> levels.append("<tr class=\"%s\"><th>%s</th><td>%s</td><td>%s</td><td>%s</td></tr>\n"
                        .formatted(
                                style(advice.status()),
                                advice.status(),
                                text(advice.meaning()),
                                text(advice.machine()),
                                text(advice.human()))));
        return FRAME.replace("{style}", style(report.status()))
                .replace("{status}", report.status().toString())
                .replace("{meaning}", text(report.meaning()))
                .replace("{machine}", text(report.machine()))
                .replace("{human}", text(report.human()))
                .replace("{levels}", levels)
                .replace("{checks}", checks);
    }

    private static String check(Report.Check check) {
        StringBuilder messages = new StringBuilder();
        check.messages()
                .forEach(
                        message -> messages.append("<li>").append(text(message)).append("</li>"));
        return "<article class=\"%s\"><h2>%s<span>%s</span></h2><ul>%s</ul></article>\n"
                .formatted(style(check.status()), text(check.name()), check.status(), messages);
    }

    private static String style(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Messages may quote files and clients. */
    private static String text(String raw) {
        return raw.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String frame() {
        try (InputStream page = Page.class.getResourceAsStream("health.html")) {
            return page == null ? "{checks}" : new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the bundle's page cannot be read", e);
        }
    }
}
