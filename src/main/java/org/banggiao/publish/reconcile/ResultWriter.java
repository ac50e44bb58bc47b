package org.banggiao.publish.reconcile;

import java.util.List;
import org.banggiao.publish.entity.Kind;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes candidates as the two versions of the API have them. */
final class ResultWriter {
    private final Schema schema;
    private final Version version;
    private final String language;

    ResultWriter(Schema schema, Version version, String language) {
        this.schema = schema;
        this.version = version;
        this.language = language;
    }

    /** The candidates for a query. */
    ArrayNode candidates(List<Candidate> candidates, Describer describer) {
        var array = Json.array();
        for (var candidate : candidates) {
            var one = array.addObject();
            one.put("id", candidate.entity().iri().getURI());
            one.put("name", candidate.entity().label(language));
            var description = describer.of(candidate.entity(), candidate.name());
            if (!description.isEmpty()) {
                one.put("description", description);
            }
            one.set("type", types(candidate.entity().kind()));
            one.put("score", candidate.score());
            one.put("match", candidate.isMatch());
            one.set("features", features(candidate.features()));
        }
        return array;
    }

    /** The types of a kind of resources, the narrowest first. */
    ArrayNode types(Kind kind) {
        var array = Json.array();
        var type = schema.typeOf(kind);
        while (type.isPresent()) {
            array.add(type(type.get()));
            type = type.get().broader().flatMap(schema::type);
        }
        return array;
    }

    /** A type with its id and name. */
    ObjectNode type(EntityType type) {
        return Json.object().put("id", type.id()).put("name", type.name(language));
    }

    /** Each feature and its weight, so that the score can be added up from them. */
    private ArrayNode features(List<Feature> features) {
        var array = Json.array();
        for (var feature : features) {
            var name = schema.nameOf(feature, language);
            add(array, feature.id(), name, feature.value());
            add(array, feature.id() + ".weight", name + " – " + weightWord(), feature.weight());
        }
        return array;
    }

    private void add(ArrayNode array, String id, String name, double value) {
        var one = array.addObject().put("id", id);
        if (version == Version.V10) {
            one.put("name", name);
        }
        one.put("value", value);
    }

    private String weightWord() {
        return language.equals("vi") ? "trọng số" : "weight";
    }
}
