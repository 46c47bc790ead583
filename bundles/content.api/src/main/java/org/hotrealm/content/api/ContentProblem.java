package org.hotrealm.content.api;

/**
 * Why an edit was refused.
 *
 * @param file the file, relative to the content folder
 * @param line the line, from 1; 0 where the file as a whole is meant
 * @param path the place inside the file, as a JSON pointer
 * @param reason what is wrong, with the value found and what is allowed or probably meant
 */
public record ContentProblem(String file, int line, String path, String reason) {

    @Override
    public String toString() {
        return "%s:%d %s: %s".formatted(file, line, path, reason);
    }
}
