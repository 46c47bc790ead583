package org.hotrealm.content.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.hotrealm.content.api.ContentSet;

/** The content that is shipped. */
public final class ShippedContent {

    private ShippedContent() {}

    /** All of it. */
    public static ContentSet read() {
        try {
            ContentReader.Result result = new ContentReader()
                    .read(new Folder(Path.of("../../config/content")).read().files(), 1);
            if (result.content() == null) {
                throw new IllegalStateException("the shipped content has mistakes: " + result.problems());
            }
            return result.content();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
