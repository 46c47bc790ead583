package org.hotrealm.content.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hotrealm.content.api.ContentProblem;

/** Looks whether a folder would be taken as content, without any server: {@code hotrealm check-content FOLDER}. */
public final class Check {

    private Check() {}

    /** Prints what is wrong. Exit code 0 where nothing is, 1 where something is, 2 where the arguments are not understood. */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Usage: hotrealm check-content FOLDER");
            System.exit(2);
        }
        Path folder = Path.of(arguments[0]);
        List<ContentProblem> problems = problems(folder);
        problems.forEach(System.err::println);
        if (problems.isEmpty()) {
            System.out.println("The content in %s is right.".formatted(folder));
        } else {
            String many = problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
            System.err.println("The content in %s would be refused: %s.".formatted(folder, many));
        }
        System.exit(problems.isEmpty() ? 0 : 1);
    }

    /** What is wrong with the files of a folder. */
    static List<ContentProblem> problems(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of(new ContentProblem(".", 0, "", "there is no folder %s".formatted(folder.toAbsolutePath())));
        }
        try {
            return new ContentReader()
                    .read(new Folder(folder).read().files(), 1)
                    .problems();
        } catch (IOException | RuntimeException e) {
            return List.of(new ContentProblem(".", 0, "", "the folder %s cannot be read: %s".formatted(folder, e)));
        }
    }
}
