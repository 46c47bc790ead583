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
import tools.jackson.databind.json.JsonMapper;

/** The records of all swaps, one JSON object a line, only ever appended to. Any thread. */
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
            records.add(mapper.readValue(line, SwapRecord.class));
        } catch (JacksonException | NullPointerException e) {
            LOG.warn("a line of {} is no record of a swap and is passed over: {}", file, e.getMessage());
        }
    }

    synchronized long nextId() {
        return records.stream().mapToLong(SwapRecord::id).max().orElse(0) + 1;
    }

    synchronized void add(SwapRecord record) {
        records.add(record);
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
