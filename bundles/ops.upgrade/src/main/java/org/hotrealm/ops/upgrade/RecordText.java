package org.hotrealm.ops.upgrade;

import java.util.List;
import java.util.Locale;
import org.hotrealm.ops.api.SwapRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record as a line of JSON, and as one of the log. Any thread. */
final class RecordText {

    private final JsonMapper mapper = JsonMapper.builder().build();

    byte[] write(SwapRecord record) {
        return mapper.writeValueAsBytes(record);
    }

    SwapRecord read(byte[] bytes, int from, int length) {
        return mapper.treeToValue(completed(mapper.readTree(bytes, from, length)), SwapRecord.class);
    }

    /** For the log. */
    static String line(SwapRecord record) {
        return String.format(
                Locale.ROOT,
                "swap %d by %s: %s %s -> %s: %s: %s%s",
                record.id(),
                record.who(),
                record.bundle().isEmpty() ? record.source() : record.bundle(),
                record.from().isEmpty() ? "none" : record.from(),
                record.to().isEmpty() ? "none" : record.to(),
                record.verdict(),
                record.reason(),
                record.rooms().isEmpty()
                        ? ""
                        : String.format(Locale.ROOT, " (longest gap %.1f ms)", record.longestGapNanos() / 1e6));
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
}
