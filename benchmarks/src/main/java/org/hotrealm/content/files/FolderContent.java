package org.hotrealm.content.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import org.hotrealm.content.api.ContentSet;

/** A folder's content. */
public final class FolderContent {

    private FolderContent() {}

    /** All of it. */
    public static ContentSet read(Path folder) {
        try {
            ContentReader.Result result =
                    new ContentReader().read(new Folder(folder).read().files(), 1);
            return Objects.requireNonNull(result.content(), () -> "mistakes in the content: " + result.problems());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
