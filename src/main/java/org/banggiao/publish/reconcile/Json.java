package org.banggiao.publish.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what clients send as JSON, with bounds on its depth and without doubled members, and says where it is not as it should be. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads a document.
     *
     * @param what what it is, for messages
     * @throws Refused if it is no JSON
     */
    static JsonNode read(String text, String what) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw Refused.bad(what + " is no JSON"
                    + (at == null || at.getLineNr() < 1
                            ? ""
                            : ": see line " + at.getLineNr() + ", column " + at.getColumnNr())
                    + ". " + e.getOriginalMessage());
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** One line of JSON. */
    static String text(JsonNode json) {
        return MAPPER.writeValueAsString(json) + "\n";
    }

    static JsonNode objectAt(JsonNode node, String place) {
        if (!node.isObject()) {
            throw Refused.bad(place + " is an object, not " + kind(node) + ".");
        }
        return node;
    }

    static List<JsonNode> arrayAt(JsonNode node, String place) {
        if (!node.isArray()) {
            throw Refused.bad(place + " is an array, not " + kind(node) + ".");
        }
        return new ArrayList<>(node.values());
    }

    /** A member that is text; empty where there is none. */
    static Optional<String> textAt(JsonNode object, String name, String place) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isString()) {
            throw Refused.bad(place + "." + name + " is a string, not " + kind(node) + ".");
        }
        return Optional.of(node.stringValue());
    }

    /** A member that is a whole number; empty where there is none. */
    static Optional<Integer> numberAt(JsonNode object, String name, String place) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (!node.isNumber() || !node.canConvertToExactIntegral() || !node.canConvertToInt()) {
            throw Refused.bad(place + "." + name + " is a whole number, not " + kind(node) + ".");
        }
        return Optional.of(node.intValue());
    }

    static boolean isTrueAt(JsonNode object, String name, String place) {
        var node = object.get(name);
        if (node == null || node.isNull()) {
            return false;
        }
        if (!node.isBoolean()) {
            throw Refused.bad(place + "." + name + " is true or false, not " + kind(node) + ".");
        }
        return node.booleanValue();
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT, POJO -> "an object";
            case STRING, BINARY -> "a string";
            case NUMBER -> "the number " + node.asString();
            case BOOLEAN -> node.asString();
            case NULL, MISSING -> "null";
        };
    }
}
