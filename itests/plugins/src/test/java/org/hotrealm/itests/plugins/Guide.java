package org.hotrealm.itests.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotrealm.itests.harness.Distribution;

/** What docs/PLUGINS.md tells to write, taken from the page itself. */
final class Guide {

    private static final Pattern FILE = Pattern.compile("<!-- file: (\\S+) -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern EFFECT = Pattern.compile("<!-- effect -->\n```json\n(.*?)\n```\n", Pattern.DOTALL);

    private final String page;

    Guide() throws IOException {
        page = Files.readString(
                Distribution.folder().resolve("../../../docs/PLUGINS.md").normalize());
    }

    /** Writes every file of the page into a folder; gives their names. */
    List<String> write(Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        Matcher matcher = FILE.matcher(page);
        while (matcher.find()) {
            Path file = folder.resolve(matcher.group(1));
            Files.createDirectories(file.getParent());
            Files.writeString(file, matcher.group(2));
            written.add(matcher.group(1));
        }
        return written;
    }

    /** Puts the page's effect in front of the others of Shield Wall. */
    void addEffect(Path skills) throws IOException {
        Matcher effect = EFFECT.matcher(page);
        if (!effect.find()) {
            throw new IOException("the guide has no effect to add");
        }
        String text = Files.readString(skills);
        int shieldWall = text.indexOf("\"shield_wall\"");
        int effects = text.indexOf("[", text.indexOf("\"effects\"", shieldWall)) + 1;
        Files.writeString(skills, text.substring(0, effects) + effect.group(1) + text.substring(effects));
    }
}
