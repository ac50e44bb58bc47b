package org.banggiao.publish.page;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Description;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.SchemaTypes;
import org.banggiao.publish.entity.Subgraph;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.time.DateInterval;
import org.banggiao.time.DatePoint;
import org.banggiao.time.HistoricalDate;

/**
 * What a page is about in the words of schema.org, for search engines and reference managers. It says less than the data: a date
 * only as fine as it is known and only where it is certain, nothing that sources dispute, no sums.
 */
final class SchemaOrg {
    private static final Node THROUGHOUT = NodeFactory.createURI(Vocabulary.CODE + "temporalkind/throughout");
    private static final int MOST = 40;

    private final Description description;
    private final Subgraph graph;
    private final Node subject;
    private final ValueText values;
    private final Catalogue catalogue;

    SchemaOrg(Description description, ValueText values, Catalogue catalogue) {
        this.description = description;
        this.graph = description.graph();
        this.subject = description.subject();
        this.values = values;
        this.catalogue = catalogue;
    }

    /**
     * JSON-LD that may stand in an element of a page: it has no {@code <}.
     *
     * @param page what the page says
     * @param language of the page (BCP 47)
     * @param settings name the service and the licence
     */
    String json(ResourcePage page, String language, PublishSettings settings) {
        var about = new JsonObject();
        about.put("@context", "https://schema.org");
        about.put("@type", "AboutPage");
        about.put("name", page.title());
        if (!page.lede().isEmpty()) {
            about.put("description", page.lede());
        }
        about.put("inLanguage", language);
        settings.licence().stated().ifPresent(l -> about.put("license", l.url()));
        var site = new JsonObject();
        site.put("@type", "WebSite");
        site.put("name", settings.title());
        about.put("isPartOf", site);
        about.put("mainEntity", entity(page, language, settings));
        return inElement(about.toString());
    }

    /** JSON whose strings hold nothing that a reader of HTML takes for the end of the element or the start of a comment. */
    static String inElement(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private JsonObject entity(ResourcePage page, String language, PublishSettings settings) {
        var type = SchemaTypes.of(description).orElse("Thing");
        var entity = new JsonObject();
        entity.put("@type", type);
        entity.put("@id", subject.getURI());
        entity.put("identifier", subject.getURI());
        entity.put("name", page.title());
        var names = graph.objects(subject, Vocabulary.ALT_LABEL).stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .toList();
        put(
                entity,
                "alternateName",
                names.stream().map(n -> (JsonValue) new JsonString(n)).toList());
        put(entity, "sameAs", addresses(Vocabulary.EXACT_MATCH));
        switch (type) {
            case "Event" -> event(entity);
            case "Legislation", "CreativeWork" -> work(entity, type, language);
            case "Grant" -> {
                put(entity, "funder", named(Vocabulary.DONOR));
                put(entity, "description", List.of(new JsonString(page.lede())));
            }
            case "Person" -> put(entity, "nationality", named(Vocabulary.COUNTRY));
            case "Place" -> put(entity, "containedInPlace", named(Vocabulary.COUNTRY, Vocabulary.LIES_IN));
            case "Claim" -> put(entity, "appearance", sources());
            case "DefinedTerm" -> {
                put(entity, "inDefinedTermSet", named(Vocabulary.IN_SCHEME));
                put(entity, "termCode", texts(SKOS.notation.asNode(), language));
                put(entity, "description", texts(SKOS.definition.asNode(), language));
            }
            case "Dataset" -> {
                put(entity, "description", List.of(new JsonString(page.lede().isEmpty() ? page.title() : page.lede())));
                settings.licence().stated().ifPresent(l -> entity.put("license", l.url()));
            }
            default -> {}
        }
        return entity;
    }

    private void event(JsonObject event) {
        // Some day between two, or one of several, is no day that one could name.
        boolean isThroughout = graph.has(subject, Vocabulary.TEMPORAL_KIND, THROUGHOUT);
        var date = date(Vocabulary.DATE).orElse(null);
        if (date instanceof DatePoint point) {
            point(point).ifPresent(day -> event.put("startDate", day));
        } else if (date instanceof DateInterval interval && isThroughout) {
            interval.start().flatMap(SchemaOrg::point).ifPresent(day -> event.put("startDate", day));
            interval.end().flatMap(SchemaOrg::point).ifPresent(day -> event.put("endDate", day));
        }
        put(event, "location", named(Vocabulary.PLACE));
        put(event, "attendee", named(Vocabulary.INVOLVES_PERSON));
        put(event, "about", named(Vocabulary.PARTICIPANT));
    }

    private void work(JsonObject work, String type, String language) {
        boolean isLaw = type.equals("Legislation");
        date(Vocabulary.DATE_OF_SIGNATURE)
                .flatMap(d -> d instanceof DatePoint point ? point(point) : Optional.empty())
                .ifPresent(day -> work.put(isLaw ? "legislationDate" : "dateCreated", day));
        if (isLaw) {
            put(
                    work,
                    "legislationType",
                    graph.objects(subject, Vocabulary.INSTRUMENT_TYPE).stream()
                            .map(t -> (JsonValue) new JsonString(values.name(t)))
                            .toList());
        }
        put(work, "about", named(Vocabulary.CONTRACTING_PARTY));
        put(work, "locationCreated", named(Vocabulary.PLACE_OF_SIGNATURE));
        put(
                work,
                "author",
                texts(DCTerms.creator.asNode(), language).stream()
                        .map(SchemaOrg::person)
                        .toList());
        put(work, "pagination", texts(Vocabulary.PAGE, language));
        put(work, "isPartOf", graph.isA(subject, Vocabulary.PASSAGE) ? sourcesOf(subject) : List.of());
    }

    private static JsonValue person(JsonValue name) {
        var person = new JsonObject();
        person.put("@type", "Person");
        person.put("name", name);
        return person;
    }

    private List<JsonValue> sources() {
        return graph.objects(subject, Vocabulary.SAID_STATED_IN).stream()
                .flatMap(passage -> sourcesOf(passage).stream())
                .toList();
    }

    private List<JsonValue> sourcesOf(Node passage) {
        return graph.objects(passage, Vocabulary.HAS_SOURCE).stream()
                .flatMap(file -> graph.subjects(Vocabulary.HAS_FILE, file).stream())
                .map(source -> named(source, "CreativeWork"))
                .toList();
    }

    private List<JsonValue> addresses(Node property) {
        return graph.objects(subject, property).stream()
                .filter(o -> o.isURI() && Links.isWeb(o.getURI()))
                .map(o -> (JsonValue) new JsonString(o.getURI()))
                .toList();
    }

    private List<JsonValue> texts(Node property, String language) {
        var all = graph.objects(subject, property).stream()
                .filter(Node::isLiteral)
                .toList();
        var own = all.stream()
                .filter(o -> o.getLiteralLanguage().equals(language))
                .toList();
        return (own.isEmpty() ? all : own)
                .stream()
                        .map(o -> (JsonValue) new JsonString(o.getLiteralLexicalForm()))
                        .toList();
    }

    /** The resources at these properties: type, address and name of each. */
    private List<JsonValue> named(Node... properties) {
        return List.of(properties).stream()
                .flatMap(p -> graph.objects(subject, p).stream())
                .filter(Node::isURI)
                .distinct()
                .limit(MOST)
                .map(o -> named(o, catalogue.get(o).map(l -> type(l.kind())).orElse("Thing")))
                .toList();
    }

    private JsonValue named(Node resource, String type) {
        var object = new JsonObject();
        object.put("@type", type);
        object.put("@id", resource.getURI());
        object.put("name", values.name(resource));
        return object;
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case COUNTRY, STATE -> "Country";
            case PERSON -> "Person";
            case ORGANISATION -> "Organization";
            case PLACE -> "Place";
            case SOURCE -> "CreativeWork";
            case EVENT -> "Event";
            case INSTRUMENT -> "CreativeWork";
            case AID_FLOW, PLAN -> "Thing";
        };
    }

    private Optional<HistoricalDate> date(Node property) {
        boolean isDisputed = graph.objects(subject, Vocabulary.CONFLICT).stream()
                .anyMatch(c -> graph.has(c, Vocabulary.ON_PROPERTY, property));
        try {
            return isDisputed ? Optional.empty() : graph.text(subject, property).map(HistoricalDate::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A certain day, month or year as ISO 8601 writes it, which has no decades and no doubt. */
    private static Optional<String> point(DatePoint point) {
        return switch (point.grain()) {
            case DAY, MONTH, YEAR -> point.isApproximate() ? Optional.empty() : Optional.of(point.edtf());
            case DECADE, CENTURY -> Optional.empty();
        };
    }

    private static void put(JsonObject object, String name, List<JsonValue> values) {
        if (values.size() == 1) {
            object.put(name, values.getFirst());
        } else if (!values.isEmpty()) {
            var array = new JsonArray();
            values.forEach(array::add);
            object.put(name, array);
        }
    }
}
