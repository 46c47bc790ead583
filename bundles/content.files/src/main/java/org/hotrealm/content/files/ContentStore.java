package org.hotrealm.content.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hotrealm.content.api.Content;
import org.hotrealm.content.api.ContentProblem;
import org.hotrealm.content.api.ContentSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Holds the last good content and takes in what the files say now. One thread loads, any thread reads. */
final class ContentStore implements Content {

    private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);

    /** The good content with the zone files that it was read from. */
    private record Good(ContentSet content, Map<String, byte[]> zoneFiles) {}

    private final Folder folder;
    private final ContentMeters meters = new ContentMeters(this);
    private final ContentReader reader = new ContentReader();
    private volatile @Nullable Good good;
    private volatile List<ContentProblem> problems = List.of();
    private Map<String, String> stamps = Map.of();

    ContentStore(Folder folder) {
        this.folder = folder;
    }

    @Override
    public ContentSet current() {
        Good now = good;
        if (now == null) {
            throw new IllegalStateException(
                    "no content yet: correct the files in %s; first problem: %s".formatted(folder.root(), problems));
        }
        return now.content();
    }

    @Override
    public List<ContentProblem> problems() {
        return problems;
    }

    @Override
    public List<ContentProblem> check(Path other) {
        return Check.problems(other);
    }

    @Override
    public byte[] zoneFile(String zone) {
        Good now = good;
        byte[] bytes = now == null ? null : now.zoneFiles().get("zones/" + zone + ".json");
        return bytes == null ? new byte[0] : bytes.clone();
    }

    /** What is measured of it. */
    ContentMeters meters() {
        return meters;
    }

    /** Whether there is a set to serve. */
    boolean ready() {
        return good != null;
    }

    /** Whether the files look other than when they were last read. */
    boolean stale() {
        try {
            return !folder.stamps().equals(stamps);
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads the files; takes them over as a whole if all is right, otherwise keeps what is in force and says why. */
    void load() {
        try {
            Folder.Loaded loaded = folder.read();
            stamps = loaded.stamps();
            Good before = good;
            long revision = before == null ? 1 : before.content().revision() + 1;
            take(reader.read(loaded.files(), revision), loaded, before);
        } catch (IOException e) {
            refuse(List.of(
                    new ContentProblem(".", 0, "", "the folder %s cannot be read: %s".formatted(folder.root(), e))));
        } catch (RuntimeException e) {
            LOG.error("reading the content failed in an unforeseen way", e);
            refuse(List.of(new ContentProblem(".", 0, "", "the content cannot be read: " + e)));
        }
    }

    private void take(ContentReader.Result result, Folder.Loaded loaded, @Nullable Good before) {
        if (result.content() == null) {
            refuse(result.problems());
            return;
        }
        boolean cured = !problems.isEmpty();
        problems = List.of();
        if (before != null && sameBut(before.content(), result.content())) {
            LOG.info(
                    "content: files changed, meaning did not; revision {} stays",
                    before.content().revision());
            good = new Good(before.content(), zones(loaded));
            meters.read(ContentMeters.Outcome.UNCHANGED);
            return;
        }
        good = new Good(Objects.requireNonNull(result.content()), zones(loaded));
        meters.read(ContentMeters.Outcome.TAKEN);
        LOG.info(
                "content revision {} in force{}: {}",
                result.content().revision(),
                cured ? ", all problems solved" : "",
                summary(result.content()));
    }

    private static boolean sameBut(ContentSet a, ContentSet b) {
        return a.equals(
                new ContentSet(a.revision(), b.realm(), b.monsters(), b.skills(), b.tables(), b.items(), b.zones()));
    }

    private static Map<String, byte[]> zones(Folder.Loaded loaded) {
        return loaded.files().entrySet().stream()
                .filter(e -> e.getKey().startsWith("zones/"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void refuse(List<ContentProblem> now) {
        meters.read(ContentMeters.Outcome.REFUSED);
        boolean news = !now.equals(problems);
        problems = List.copyOf(now);
        if (news) {
            Good kept = good;
            String stays = kept == null
                    ? "there is no content in force until they are corrected"
                    : "revision " + kept.content().revision() + " stays in force";
            LOG.error("content in {} refused, {}:\n{}", folder.root(), stays, block(now));
        }
    }

    private static String block(List<ContentProblem> problems) {
        return problems.stream().map(p -> "  " + p).collect(Collectors.joining("\n"));
    }

    private static String summary(ContentSet set) {
        return "%d monsters, %d skills, %d loot tables, %d items, zones %s"
                .formatted(
                        set.monsters().size(),
                        set.skills().size(),
                        set.tables().size(),
                        set.items().size(),
                        set.zones().keySet().stream().sorted().toList());
    }
}
