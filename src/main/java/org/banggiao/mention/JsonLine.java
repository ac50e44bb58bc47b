package org.banggiao.mention;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON value on one line: maps, lists, strings, whole and decimal numbers, truth values and null. Keys keep the order of
 * the map, so that the same value gives the same bytes.
 */
public final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLine() {}

    /** The value as JSON, without a line break. */
    public static String write(@Nullable Object value) {
        var out = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(generator, value);
        }
        return out.toString();
    }

    private static void write(JsonGenerator to, @Nullable Object value) {
        switch (value) {
            case null -> to.writeNull();
            case String s -> to.writeString(s);
            case Integer i -> to.writeNumber(i);
            case Long l -> to.writeNumber(l);
            case BigDecimal d -> to.writeNumber(d.toPlainString());
            case Boolean b -> to.writeBoolean(b);
            case Map<?, ?> map -> {
                to.writeStartObject();
                map.forEach((k, v) -> {
                    to.writeName(String.valueOf(k));
                    write(to, v);
                });
                to.writeEndObject();
            }
            case Collection<?> items -> {
                to.writeStartArray();
                items.forEach(v -> write(to, v));
                to.writeEndArray();
            }
            default -> throw new IllegalArgumentException("no JSON for " + value.getClass());
        }
    }

    /**
     * Reads an object. Numbers are {@link BigDecimal}.
     *
     * @throws IllegalArgumentException where the line is not one JSON object; the message says what is wrong
     */
    public static Map<String, @Nullable Object> read(String line) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not a JSON object");
            }
            var object = object(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("something stands after the JSON object");
            }
            return object;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser from) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        while (from.nextToken() != JsonToken.END_OBJECT) {
            var name = from.currentName();
            map.put(name, value(from, from.nextToken()));
        }
        return map;
    }

    private static @Nullable Object value(JsonParser from, JsonToken token) {
        if (token == JsonToken.START_OBJECT) {
            return object(from);
        }
        if (token == JsonToken.START_ARRAY) {
            List<@Nullable Object> items = new ArrayList<>();
            for (var t = from.nextToken(); t != JsonToken.END_ARRAY; t = from.nextToken()) {
                items.add(value(from, t));
            }
            return items;
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        return token.isNumeric() ? from.getDecimalValue() : from.getString();
    }
}
