package org.hotrealm.ops.upgrade;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.hotrealm.ops.api.SwapRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The records of all swaps, one JSON object a line, only ever appended to: of two with the same number the later counts. Any thread. */
final class Journal {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    private final Path file;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final List<SwapRecord> records = new ArrayList<>();

    /** Reads what is there; a line that is no record, torn by a crash for instance, is passed over. */
    Journal(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                read(line);
            }
        } catch (IOException e) {
            LOG.error("the records of earlier swaps in {} cannot be read", file, e);
        }
    }

    private void read(String line) {
        try {
            put(mapper.treeToValue(completed(mapper.readTree(line)), SwapRecord.class));
        } catch (JacksonException | NullPointerException e) {
            LOG.warn("a line of {} is no record of a swap and is passed over: {}", file, e.getMessage());
        }
    }

    /** Records of earlier versions lack what those did not tell. */
    private static JsonNode completed(JsonNode node) {
        if (node instanceof ObjectNode record) {
            for (String list : List.of("parts", "rooms", "steps", "figures")) {
                if (!record.has(list)) {
                    record.putArray(list);
                }
            }
            if (!record.has("plan")) {
                ObjectNode plan = record.putObject("plan");
                List.of("wires", "rooms", "missing", "restarts").forEach(plan::putArray);
            }
        }
        return node;
    }

    private void put(SwapRecord record) {
        records.removeIf(earlier -> earlier.id() == record.id());
        records.add(record);
    }

    /** Whether there is a record of this number. */
    synchronized boolean has(long id) {
        return records.stream().anyMatch(record -> record.id() == id);
    }

    synchronized long nextId() {
        return records.stream().mapToLong(SwapRecord::id).max().orElse(0) + 1;
    }

    synchronized void add(SwapRecord record) {
        put(record);
        try {
            String line = mapper.writeValueAsString(record) + "\n";
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException | JacksonException e) {
            LOG.error("the record of swap {} cannot be written to {}", record.id(), file, e);
        }
    }

    /** Newest first. */
    synchronized List<SwapRecord> all() {
        return List.copyOf(records).reversed();
    }
}
