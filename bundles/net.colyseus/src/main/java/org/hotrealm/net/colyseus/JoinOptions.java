package org.hotrealm.net.colyseus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotrealm.room.api.Payload;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads the JSON object that comes with a matchmaking request. The parser is bounded: strangers write it. */
final class JoinOptions {

    private static final int DEEPEST = 32;
    private static final int LONGEST = 16_384;
    private static final int LONGEST_NUMBER = 64;
    private static final int LONGEST_NAME = 256;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .build();

    private JoinOptions() {}

    /** The options as a map. */
    static Payload read(byte[] body) throws MalformedException {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), decode(body))) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedException("the body must be a JSON object, {} at least");
            }
            Map<String, @Nullable Object> options = object(in);
            if (in.nextToken() != null) {
                throw new MalformedException("there is something behind the JSON object");
            }
            return new Payload(options);
        } catch (JacksonException e) {
            throw new MalformedException("malformed request body");
        }
    }

    private static String decode(byte[] body) throws MalformedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedException("the body is not UTF-8");
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser in) throws MalformedException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = wellFormed(in.currentName());
            if (name.equals("__proto__")) {
                throw new MalformedException("the name __proto__ is not allowed");
            }
            in.nextToken();
            map.put(name, value(in));
        }
        return Collections.unmodifiableMap(map);
    }

    private static List<@Nullable Object> array(JsonParser in) throws MalformedException {
        List<@Nullable Object> list = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(in));
        }
        return Collections.unmodifiableList(list);
    }

    private static @Nullable Object value(JsonParser in) throws MalformedException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> wellFormed(in.getString());
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> whole(in);
            case VALUE_NUMBER_FLOAT -> finite(in.getDoubleValue());
            default -> throw new MalformedException("malformed request body");
        };
    }

    private static Object whole(JsonParser in) throws MalformedException {
        return in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (Object) finite(in.getDoubleValue())
                : (Object) in.getLongValue();
    }

    private static Double finite(double number) throws MalformedException {
        if (!Double.isFinite(number)) {
            throw new MalformedException("a number is too large");
        }
        return number;
    }

    /** Half of a surrogate pair has no form in UTF-8 and would change on its way. */
    private static String wellFormed(String text) throws MalformedException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new MalformedException("a text is no valid Unicode");
            }
        }
        return text;
    }
}
