package org.hotrealm.content.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.hotrealm.content.api.ContentSet;

/** The content that is shipped, read as the server reads it. */
public final class Shipped {

    private Shipped() {}

    /** Throws with all problems where there are any. */
    public static ContentSet content() {
        try {
            ContentReader.Result result = new ContentReader()
                    .read(new Folder(Path.of("../../config/content")).read().files(), 1);
            ContentSet content = result.content();
            if (content == null) {
                throw new IllegalStateException("the shipped content is not valid: " + result.problems());
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
