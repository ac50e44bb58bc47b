package org.banggiao.publish.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.publish.entity.Listed;
import org.banggiao.publish.search.SearchKind;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.banggiao.text.Folding;
import tools.jackson.databind.node.ObjectNode;

/** Suggests entities, types and properties for what somebody has begun to type (0.2, section 6; 1.0-draft, section 6). */
final class SuggestWriter {
    /** Kinds that are no entities are found too and left out. */
    private static final int SPARE = 3;

    private final Schema schema;
    private final Version version;
    private final String language;

    SuggestWriter(Schema schema, Version version, String language) {
        this.schema = schema;
        this.version = version;
        this.language = language;
    }

    /**
     * Entities.
     *
     * @param type the id of the type that is wanted; any where empty
     * @param skip how many to leave out, from 0
     */
    ObjectNode entities(
            String prefix, String type, int skip, int most, Register register, Store store, QueryLimits limits) {
        var kinds = schema.kinds(type.isEmpty() ? List.of() : List.of(type));
        var found = new LinkedHashMap<Node, Listed>();
        register.entity(prefix).filter(e -> kinds.contains(e.kind())).ifPresent(e -> found.put(e.iri(), e));
        var searched = Register.searched(kinds);
        Optional<SearchKind> only = searched.size() == 1 ? searched.stream().findFirst() : Optional.empty();
        register.index().suggest(prefix, only, SPARE * (skip + most)).stream()
                .flatMap(hit -> register.catalogue().get(NodeFactory.createURI(hit.iri())).stream())
                .filter(e -> kinds.contains(e.kind()))
                .forEach(e -> found.putIfAbsent(e.iri(), e));
        var shown = found.values().stream().skip(skip).limit(most).toList();
        var describer = new Describer(shown, register, store, limits, language);
        var writer = new ResultWriter(schema, version, language);
        var json = Json.object();
        var result = json.putArray("result");
        for (var entity : shown) {
            var one = result.addObject();
            one.put("id", entity.iri().getURI()).put("name", entity.label(language));
            var description = describer.of(entity);
            if (!description.isEmpty()) {
                one.put("description", description);
            }
            one.set("notable", writer.types(entity.kind()));
        }
        return json;
    }

    /** Types whose name or id begins so, or has a word that does. */
    ObjectNode types(String prefix, int skip, int most) {
        var json = Json.object();
        var result = json.putArray("result");
        var writer = new ResultWriter(schema, version, language);
        schema.types().stream()
                .filter(t -> isBegun(prefix, Stream.concat(Stream.of(t.id()), t.names().values().stream())))
                .skip(skip)
                .limit(most)
                .forEach(t -> {
                    var one = writer.type(t);
                    t.broader()
                            .flatMap(schema::type)
                            .ifPresent(b -> one.putArray("broader").add(writer.type(b)));
                    result.add(one);
                });
        return json;
    }

    /** Properties that can be conditions, whose name or id begins so, or has a word that does. */
    ObjectNode properties(String prefix, int skip, int most) {
        var json = Json.object();
        var result = json.putArray("result");
        schema.properties().stream()
                .filter(Property::isCondition)
                .filter(p -> isBegun(prefix, Stream.concat(Stream.of(p.id()), p.names().values().stream())))
                .skip(skip)
                .limit(most)
                .forEach(p -> {
                    var one = result.addObject()
                            .put("id", p.id())
                            .put("name", p.name(language))
                            .put("description", p.description(language));
                    if (version == Version.V10 && p.values() == Property.Values.DATE) {
                        qualifiers(one);
                    }
                });
        return json;
    }

    private void qualifiers(ObjectNode property) {
        boolean isVietnamese = language.equals("vi");
        var array = property.putArray("matchQualifiers");
        array.addObject()
                .put("id", BatchReader.OVERLAPPING)
                .put("name", isVietnamese ? "Có thể là cùng thời điểm" : "Can be the same date");
        array.addObject()
                .put("id", BatchReader.EXACT)
                .put("name", isVietnamese ? "Đúng thời điểm, cùng độ chính xác" : "The same date, as precise");
        array.addObject()
                .put("id", "within-N-days")
                .put("name", isVietnamese ? "Lệch nhiều nhất N ngày" : "At most N days off");
        array.addObject()
                .put("id", "within-N-months")
                .put("name", isVietnamese ? "Lệch nhiều nhất N tháng" : "At most N months off");
        array.addObject()
                .put("id", "within-N-years")
                .put("name", isVietnamese ? "Lệch nhiều nhất N năm" : "At most N years off");
    }

    private static boolean isBegun(String prefix, Stream<String> names) {
        var wanted = Folding.bare(prefix.strip()).toLowerCase(Locale.ROOT);
        return names.map(Folding::bare)
                .anyMatch(name -> name.startsWith(wanted) || name.contains(" " + wanted) || wanted.equals(name));
    }
}
