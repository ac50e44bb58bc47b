package org.banggiao.publish.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.banggiao.publish.reconcile.Condition.Quantifier;
import org.banggiao.publish.reconcile.Condition.Value;
import org.banggiao.publish.settings.PublishSettings;
import tools.jackson.databind.JsonNode;

/**
 * Reads batches of queries as the two versions of the API write them (0.2, section 4.1; 1.0-draft, section 4.1). What is not
 * known here is no error: a type that there is none of has no entities, and of a property that there is none of nothing is known.
 */
public final class BatchReader {
    /** A date is as precise as the one asked for, and the same. */
    static final String EXACT = "exact";
    /** A date can be the one asked for. */
    static final String OVERLAPPING = "overlapping";

    private static final Pattern WITHIN = Pattern.compile("within-([0-9]{1,4})-(day|month|year)s?");
    private static final int USUAL = 10;
    private static final List<String> MEMBERS_02 = List.of("query", "type", "limit", "properties", "type_strict");
    private static final List<String> MEMBERS_10 = List.of("type", "limit", "lang", "dir", "conditions");

    private final Schema schema;
    private final PublishSettings.Reconcile limits;

    BatchReader(Schema schema, PublishSettings.Reconcile limits) {
        this.schema = schema;
        this.limits = limits;
    }

    /** A batch of version 0.2: queries by their ids. */
    Map<String, MatchQuery> version02(JsonNode batch) {
        var all = Json.objectAt(batch, "queries");
        checkSize(all.size());
        var queries = new LinkedHashMap<String, MatchQuery>();
        all.properties().forEach(e -> queries.put(e.getKey(), query02(e.getValue(), "queries." + e.getKey())));
        return queries;
    }

    /** A batch of version 1.0-draft: queries in their order. */
    List<MatchQuery> version10(JsonNode batch) {
        var object = Json.objectAt(batch, "The batch");
        if (!object.has("queries")) {
            throw Refused.bad("A batch is an object with the member queries: {\"queries\": [ … ]}.");
        }
        var all = Json.arrayAt(object.get("queries"), "queries");
        checkSize(all.size());
        var queries = new ArrayList<MatchQuery>();
        for (int i = 0; i < all.size(); i++) {
            queries.add(query10(all.get(i), "queries[" + i + "]"));
        }
        return queries;
    }

    private void checkSize(int size) {
        if (size > limits.batchSize()) {
            throw Refused.tooLarge("A batch has " + limits.batchSize() + " queries at most, not " + size
                    + ". Send the others in another one.");
        }
    }

    private MatchQuery query02(JsonNode node, String place) {
        var object = Json.objectAt(node, place);
        checkMembers(object, MEMBERS_02, place);
        var query = Json.textAt(object, "query", place).map(String::strip).filter(q -> !q.isEmpty());
        var said = new Said();
        if (object.has("properties")) {
            var properties = Json.arrayAt(object.get("properties"), place + ".properties");
            for (int i = 0; i < properties.size(); i++) {
                var at = place + ".properties[" + i + "]";
                var one = Json.objectAt(properties.get(i), at);
                var id = Json.textAt(one, "pid", at)
                        .orElseThrow(() -> Refused.bad(at + " has no pid, which says of which property it is."));
                var values = values(one.get("v"), at + ".v");
                said.add(id, values, false, values.size() > 1 ? Quantifier.ALL : Quantifier.ANY, Optional.empty(), at);
            }
        }
        if (query.isEmpty() && said.isNothing()) {
            throw Refused.bad(place + " has neither query nor properties: say at least one of them.");
        }
        query.ifPresent(q -> checkLength(q, place + ".query"));
        var strict = Json.textAt(object, "type_strict", place).orElse("should");
        if (!List.of("any", "should", "all").contains(strict)) {
            throw Refused.bad(place + ".type_strict is any, should or all, not \"" + strict + "\".");
        }
        return new MatchQuery(
                query.map(List::of).orElse(List.of()),
                List.of(),
                types(object.get("type"), place + ".type"),
                !strict.equals("should"),
                said.conditions,
                said.unknown,
                limit(object, place));
    }

    private MatchQuery query10(JsonNode node, String place) {
        var object = Json.objectAt(node, place);
        checkMembers(object, MEMBERS_10, place);
        if (object.path("type").isArray()) {
            throw Refused.bad(place + ".type is one id of a type as a string, not an array.");
        }
        if (!object.has("conditions")) {
            throw Refused.bad(place + " has no conditions: say at least one.");
        }
        var conditions = Json.arrayAt(object.get("conditions"), place + ".conditions");
        if (conditions.isEmpty()) {
            throw Refused.bad(place + ".conditions is empty: say at least one.");
        }
        var names = new ArrayList<String>();
        var ids = new ArrayList<String>();
        var said = new Said();
        for (int i = 0; i < conditions.size(); i++) {
            var at = place + ".conditions[" + i + "]";
            var one = Json.objectAt(conditions.get(i), at);
            var values = values(one.get("propertyValue"), at + ".propertyValue");
            var matchType = Json.textAt(one, "matchType", at).orElse("");
            switch (matchType) {
                case "name" -> values.forEach(v -> names.add(v.text()));
                case "id" -> values.forEach(v -> ids.add(v.text()));
                case "property" ->
                    said.add(
                            Json.textAt(one, "propertyId", at)
                                    .orElseThrow(() -> Refused.bad(at + " has no propertyId.")),
                            values,
                            Json.isTrueAt(one, "required", at),
                            quantifier(one, at),
                            Json.textAt(one, "matchQualifier", at),
                            at);
                default -> throw Refused.bad(at + ".matchType is name, id or property, not \"" + matchType + "\".");
            }
        }
        var named = names.stream().map(String::strip).filter(n -> !n.isEmpty()).toList();
        return new MatchQuery(
                named,
                ids,
                types(object.get("type"), place + ".type"),
                false,
                said.conditions,
                said.unknown,
                limit(object, place));
    }

    /** A member that is misnamed would be left out of account without a word. */
    private static void checkMembers(JsonNode object, List<String> allowed, String place) {
        for (var name : object.propertyNames()) {
            if (!allowed.contains(name)) {
                throw Refused.bad(
                        place + " has a member \"" + name + "\"; a query has " + String.join(", ", allowed) + ".");
            }
        }
    }

    private static Quantifier quantifier(JsonNode condition, String place) {
        var said = Json.textAt(condition, "matchQuantifier", place).orElse("any");
        return switch (said) {
            case "any" -> Quantifier.ANY;
            case "all" -> Quantifier.ALL;
            case "none" -> Quantifier.NONE;
            default -> throw Refused.bad(place + ".matchQuantifier is any, all or none, not \"" + said + "\".");
        };
    }

    private int limit(JsonNode object, String place) {
        int limit = Json.numberAt(object, "limit", place).orElse(USUAL);
        if (limit < 1) {
            throw Refused.bad(place + ".limit is at least 1, not " + limit + ".");
        }
        return Math.min(limit, limits.candidates());
    }

    private Set<String> types(JsonNode node, String place) {
        var types = new LinkedHashSet<String>();
        if (node != null && node.isArray()) {
            Json.arrayAt(node, place).forEach(t -> types.add(type(t, place)));
        } else if (node != null && !node.isNull()) {
            types.add(type(node, place));
        }
        types.removeIf(String::isBlank);
        return types;
    }

    private static String type(JsonNode node, String place) {
        var id = node.isObject() ? node.path("id") : node;
        if (!id.isString()) {
            throw Refused.bad(place + " is the id of a type as a string, or an array of such.");
        }
        return id.stringValue().strip();
    }

    private List<Value> values(JsonNode node, String place) {
        if (node == null || node.isNull()) {
            throw Refused.bad(place + " is missing: say which value.");
        }
        var all = node.isArray() ? Json.arrayAt(node, place) : List.of(node);
        if (all.size() > limits.values()) {
            throw Refused.tooLarge(place + " has " + limits.values() + " values at most, not " + all.size() + ".");
        }
        return all.stream()
                .map(v -> value(v, place))
                .filter(v -> !v.text().isBlank())
                .toList();
    }

    private Value value(JsonNode node, String place) {
        boolean isEntity = node.isObject() && node.path("id").isString();
        if (!isEntity && !node.isValueNode()) {
            throw Refused.bad(place + " is a string, a number, true, false, or an object with the member id.");
        }
        var text = isEntity ? node.path("id").stringValue() : node.asString();
        checkLength(text, place);
        return new Value(text.strip(), isEntity);
    }

    private void checkLength(String text, String place) {
        if (text.length() > limits.textLength()) {
            throw Refused.tooLarge(
                    place + " has " + text.length() + " characters; " + limits.textLength() + " are allowed.");
        }
    }

    /** What a query says beside names. */
    private final class Said {
        private final List<Condition> conditions = new ArrayList<>();
        private final List<MatchQuery.Unknown> unknown = new ArrayList<>();

        boolean isNothing() {
            return conditions.isEmpty() && unknown.isEmpty();
        }

        void add(
                String id,
                List<Value> values,
                boolean isRequired,
                Quantifier quantifier,
                Optional<String> qualifier,
                String place) {
            if (conditions.size() + unknown.size() >= limits.values()) {
                throw Refused.tooLarge(place + " is one condition too many: " + limits.values() + " are allowed.");
            }
            var property = schema.property(id).filter(Property::isCondition);
            if (property.isEmpty()) {
                unknown.add(new MatchQuery.Unknown(id, isRequired));
                return;
            }
            boolean isDate = property.get().values() == Property.Values.DATE;
            qualifier.filter(q -> !isDate || !isQualifier(q)).ifPresent(q -> {
                throw Refused.bad(place + ".matchQualifier cannot be \"" + q + "\" here. Dates have " + EXACT + ", "
                        + OVERLAPPING + " and within-N-days, within-N-months, within-N-years; other properties none.");
            });
            conditions.add(new Condition(
                    property.get(),
                    values,
                    isRequired,
                    quantifier,
                    qualifier.flatMap(BatchReader::tolerance),
                    qualifier.filter(EXACT::equals).isPresent()));
        }
    }

    private static boolean isQualifier(String text) {
        return text.equals(EXACT) || text.equals(OVERLAPPING) || tolerance(text).isPresent();
    }

    /** The days that a qualifier allows; empty where it says nothing of that. */
    private static Optional<Integer> tolerance(String qualifier) {
        if (qualifier.equals(OVERLAPPING)) {
            return Optional.of(0);
        }
        var within = WITHIN.matcher(qualifier.toLowerCase(Locale.ROOT));
        if (!within.matches()) {
            return Optional.empty();
        }
        int unit = switch (within.group(2)) {
            case "day" -> 1;
            case "month" -> 31;
            default -> 366;
        };
        return Optional.of(Math.min(AskedDate.MOST_DAYS, Integer.parseInt(within.group(1)) * unit));
    }
}
