package org.banggiao.publish.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches values of properties of entities (data extension: 0.2, section 7; 1.0-draft, section 7). */
final class Extension {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String LIMIT = "limit";
    private static final String DATES = "dates";
    private static final String TIMES = "iso";
    private static final String EDTF = "edtf";

    private final Schema schema;
    private final PublishSettings.Reconcile bounds;
    private final QueryLimits limits;
    private final Register register;
    private final Store store;
    private final Version version;
    private final String language;

    Extension(
            Schema schema, PublishSettings settings, Register register, Store store, Version version, String language) {
        this.schema = schema;
        this.bounds = settings.reconcile();
        this.limits = settings.limits().forQuery();
        this.register = register;
        this.store = store;
        this.version = version;
        this.language = language;
    }

    /** What can be set for a property. */
    static ArrayNode settings(Version version, String language) {
        boolean isVietnamese = language.equals("vi");
        var array = Json.array();
        setting(
                        array,
                        version,
                        LIMIT,
                        "number",
                        isVietnamese ? "Số giá trị tối đa" : "Limit",
                        isVietnamese
                                ? "Số giá trị tối đa trên mỗi dòng; 0 là không giới hạn"
                                : "Most values per row; 0 for all")
                .put("default", 0);
        var dates = setting(
                array,
                version,
                DATES,
                "select",
                isVietnamese ? "Cách ghi ngày" : "Dates as",
                isVietnamese
                        ? "EDTF giữ mọi thời điểm như dữ liệu ghi; ngày ISO chỉ có khi biết đủ ngày tháng năm"
                        : "EDTF keeps every date as the data have it; ISO dates are given only where the day is known");
        dates.put("default", EDTF);
        var choices = dates.putArray("choices");
        choices.addObject().put("value", EDTF).put("name", "EDTF");
        choices.addObject().put("value", TIMES).put("name", "ISO 8601");
        return array;
    }

    private static ObjectNode setting(
            ArrayNode array, Version version, String id, String type, String name, String help) {
        return version == Version.V02
                ? array.addObject()
                        .put("name", id)
                        .put("label", name)
                        .put("type", type)
                        .put("help_text", help)
                : array.addObject()
                        .put("id", id)
                        .put("name", name)
                        .put("type", type)
                        .put("helpText", help);
    }

    /** The properties that can be fetched of a type. */
    ObjectNode propose(String type, int most) {
        var json = Json.object();
        json.put("type", type);
        if (most > 0) {
            json.put(LIMIT, most);
        }
        var array = json.putArray("properties");
        schema.propertiesOf(type).stream()
                .limit(most > 0 ? most : Integer.MAX_VALUE)
                .forEach(p -> array.addObject()
                        .put("id", p.id())
                        .put("name", p.name(language))
                        .put("description", p.description(language)));
        return json;
    }

    /**
     * A property that is asked for.
     *
     * @param most values of an entity; 0 for all
     * @param asTimes whether dates are given as times, where they are days
     */
    private record Wanted(Property property, int most, boolean asTimes) {}

    /** The answer to a query. */
    ObjectNode answer(JsonNode query) {
        var object = Json.objectAt(query, "extend");
        if (!object.has("ids") || !object.has("properties")) {
            throw Refused.bad("A query has the members ids and properties.");
        }
        var ids = Json.arrayAt(object.get("ids"), "ids").stream()
                .map(id -> id.isString() ? id.stringValue() : "")
                .distinct()
                .toList();
        if (ids.contains("")) {
            throw Refused.bad("ids are strings that are not empty.");
        }
        if (ids.size() > bounds.entities()) {
            throw Refused.tooLarge("ids has " + bounds.entities() + " entities at most, not " + ids.size() + ".");
        }
        var wanted = wanted(Json.arrayAt(object.get("properties"), "properties"));
        var entities = new HashMap<String, Listed>();
        ids.forEach(id -> register.entity(id).ifPresent(e -> entities.put(id, e)));
        var values = new ArrayList<Map<Node, Set<Node>>>();
        for (var one : wanted) {
            values.add(one.property
                    .path()
                    .values(
                            store,
                            entities.values().stream()
                                    .map(Listed::iri)
                                    .distinct()
                                    .toList(),
                            limits));
        }
        var json = Json.object();
        var meta = json.putArray("meta");
        wanted.forEach(w -> meta(w.property, meta.addObject()));
        var writer = new Values(values);
        if (version == Version.V02) {
            var rows = json.putObject("rows");
            for (var id : ids) {
                var row = rows.putObject(id);
                for (int i = 0; i < wanted.size(); i++) {
                    row.set(wanted.get(i).property.id(), writer.of(entities.get(id), wanted.get(i), i));
                }
            }
        } else {
            var rows = json.putArray("rows");
            for (var id : ids) {
                var properties = rows.addObject().put("id", id).putArray("properties");
                for (int i = 0; i < wanted.size(); i++) {
                    properties
                            .addObject()
                            .put("id", wanted.get(i).property.id())
                            .set("values", writer.of(entities.get(id), wanted.get(i), i));
                }
            }
        }
        return json;
    }

    private List<Wanted> wanted(List<JsonNode> properties) {
        if (properties.size() > bounds.values()) {
            throw Refused.tooLarge(
                    "properties has " + bounds.values() + " members at most, not " + properties.size() + ".");
        }
        var wanted = new ArrayList<Wanted>();
        for (int i = 0; i < properties.size(); i++) {
            var place = "properties[" + i + "]";
            var one = Json.objectAt(properties.get(i), place);
            var id = Json.textAt(one, "id", place).orElseThrow(() -> Refused.bad(place + " has no id."));
            var settings = one.path("settings");
            var limit = settings.path(LIMIT);
            int most = limit.isNumber() ? limit.intValue() : number(limit.asString(""), place);
            // A property that is none here has no values.
            var property = schema.property(id)
                    .orElseGet(() -> new Property(
                            id,
                            List.of(),
                            Property.Values.TEXT,
                            List.of(),
                            false,
                            new PropertyPath(List.of(), ""),
                            Map.of(),
                            Map.of()));
            wanted.add(new Wanted(
                    property,
                    Math.max(0, most),
                    settings.path(DATES).asString("").equals(TIMES)));
        }
        return wanted;
    }

    private static int number(String text, String place) {
        if (text.isBlank()) {
            return 0;
        }
        if (!text.strip().matches("[0-9]{1,6}")) {
            throw Refused.bad(place + ".settings.limit is a whole number, not \"" + text + "\".");
        }
        return Integer.parseInt(text.strip());
    }

    private void meta(Property property, ObjectNode json) {
        json.put("id", property.id()).put("name", property.name(language));
        if (property.valueTypes().size() == 1) {
            schema.type(property.valueTypes().getFirst())
                    .ifPresent(t -> json.putObject("type").put("id", t.id()).put("name", t.name(language)));
        }
    }

    /** The values of entities as JSON. */
    private final class Values {
        private final List<Map<Node, Set<Node>>> values;
        private final Map<Node, String> labels = new HashMap<>();

        Values(List<Map<Node, Set<Node>>> values) {
            this.values = values;
        }

        ArrayNode of(@Nullable Listed entity, Wanted wanted, int place) {
            var array = Json.array();
            Collection<Node> its = entity == null ? Set.of() : values.get(place).getOrDefault(entity.iri(), Set.of());
            its.stream()
                    .limit(wanted.most > 0 ? wanted.most : Integer.MAX_VALUE)
                    .forEach(node -> array.add(value(node, wanted)));
            return array;
        }

        private ObjectNode value(Node node, Wanted wanted) {
            var json = Json.object();
            if (node.isURI()) {
                boolean isEntity = wanted.property.values() == Property.Values.ENTITY;
                return isEntity
                        ? json.put("id", node.getURI()).put("name", label(node))
                        : json.put("str", shown(node, wanted.property));
            }
            var text = node.isLiteral() ? node.getLiteralLexicalForm() : "";
            if (wanted.property.values() == Property.Values.NUMBER) {
                try {
                    var number = new java.math.BigDecimal(text);
                    return number.scale() <= 0 && number.precision() < 16
                            ? json.put("int", number.longValueExact())
                            : json.put("float", number);
                } catch (NumberFormatException e) {
                    return json.put("str", text);
                }
            }
            if (wanted.asTimes && DAY.matcher(text).matches()) {
                return json.put("date", text + "T00:00:00Z");
            }
            json.put("str", text);
            if (version == Version.V10
                    && node.isLiteral()
                    && !node.getLiteralLanguage().isEmpty()) {
                json.put("lang", node.getLiteralLanguage());
            }
            return json;
        }

        private String label(Node node) {
            return Objects.requireNonNull(labels.computeIfAbsent(
                    node,
                    n -> register.catalogue()
                            .get(n)
                            .map(l -> l.label(language))
                            .or(() -> register.terms().label(n, language))
                            .orElse(n.getURI())));
        }

        private String shown(Node node, Property property) {
            if (property.values() == Property.Values.ADDRESS) {
                return node.getURI()
                        .substring(property.path().beginning().length())
                        .replaceFirst("/$", "");
            }
            return label(node);
        }
    }
}
