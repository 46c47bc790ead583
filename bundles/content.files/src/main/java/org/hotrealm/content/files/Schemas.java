package org.hotrealm.content.files;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.serialization.node.LocationJsonNodeFactoryFactory;
import com.networknt.schema.utils.JsonNodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Parses files and holds them against their schemas. The schemas are those that the bundle was built with, so that an
 * edit of the copies beside the content cannot weaken the check.
 */
final class Schemas {

    private static final List<String> NAMES = List.of("realm", "monsters", "skills", "loot", "items", "zone");

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final Map<String, Schema> schemas = new HashMap<>();

    Schemas() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        for (String name : NAMES) {
            schemas.put(name, registry.getSchema(resource("schema/" + name + ".schema.json"), InputFormat.JSON));
        }
    }

    /** The file's root if it is well-formed and fits its schema; otherwise empty, with the problems added. */
    Optional<Json> read(String file, String schema, byte[] bytes, Problems problems) {
        Optional<JsonNode> root = parse(file, bytes, problems);
        int before = problems.size();
        root.ifPresent(node -> validate(file, Objects.requireNonNull(schemas.get(schema), schema), node, problems));
        return problems.size() > before ? Optional.empty() : root.map(node -> new Json(file, "", node));
    }

    private Optional<JsonNode> parse(String file, byte[] bytes, Problems problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                problems.add(file, 1, "", "the file is empty");
                return Optional.empty();
            }
            return Optional.of(JsonNodes.readTree(mapper, text, LocationJsonNodeFactoryFactory.getInstance()));
        } catch (CharacterCodingException e) {
            problems.add(file, 0, "", "not UTF-8: save the file in that encoding");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            problems.add(file, line, "", "not JSON: " + e.getOriginalMessage());
        }
        return Optional.empty();
    }

    private static void validate(String file, Schema schema, JsonNode root, Problems problems) {
        for (Error error : schema.validate(root)) {
            JsonNode node = error.getInstanceNode();
            String pointer = error.getInstanceLocation().toString();
            String property = error.getProperty();
            if ("additionalProperties".equals(error.getKeyword()) && property != null) {
                int line = Problems.line(node.get(property));
                problems.add(file, line, pointer + "/" + property, unknown(schema, error, property));
            } else {
                problems.add(file, Problems.line(node), pointer, reason(error, node, schema));
            }
        }
    }

    private static String reason(Error error, JsonNode node, Schema schema) {
        String found = node.isValueNode() ? ", but is " + node : "";
        String hint = described(schema, error);
        return error.getMessage() + found + (hint.isEmpty() ? "" : " (" + hint + ")");
    }

    private static String unknown(Schema schema, Error error, String property) {
        JsonNode owner = owner(schema, error);
        JsonNode known = owner == null ? null : owner.get("properties");
        List<String> names = known == null
                ? List.of()
                : known.propertyNames().stream().filter(n -> !n.startsWith("$")).toList();
        return "unknown property '%s': %s".formatted(property, NearMiss.suggest(property, names));
    }

    private static String described(Schema schema, Error error) {
        JsonNode owner = owner(schema, error);
        JsonNode description = owner == null ? null : owner.get("description");
        return description == null ? "" : description.stringValue("");
    }

    /** The schema object that holds the violated keyword. */
    private static @Nullable JsonNode owner(Schema schema, Error error) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        String parent = Json.parent(fragment);
        JsonNode owner = parent == null ? null : schema.getSchemaNode().at(parent);
        return owner == null || owner.isMissingNode() ? null : owner;
    }

    private static String resource(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema " + name + " in the bundle cannot be read", e);
        }
    }
}
