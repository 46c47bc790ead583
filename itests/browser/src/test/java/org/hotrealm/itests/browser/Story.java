package org.hotrealm.itests.browser;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a story went.
 *
 * @param name a sentence
 * @param error what went wrong, or the empty string
 */
record Story(String name, String error) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a line asks for; the empty string where it tells a story. */
    static String wish(String line) {
        Object wish = JSON.readValue(line, Map.class).get("ask");
        return wish == null ? "" : String.valueOf(wish);
    }

    /** Reads the line that the browsers' script prints. */
    static Story of(String line) {
        Map<?, ?> told = JSON.readValue(line, Map.class);
        Object error = told.get("error");
        return new Story(String.valueOf(told.get("story")), error == null ? "" : String.valueOf(error));
    }
}
