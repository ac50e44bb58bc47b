package org.banggiao.publish.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonBoolean;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * JSON-LD that reads as JSON: properties by their bare names, texts by language, links and dates as plain strings. The
 * context holds only what the document uses, and says of a property no more than what is true of all of its values there.
 */
final class JsonLdLayout {
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,14}");
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /** How the values of a property are written. */
    private enum Shape {
        LINK,
        TEXT_BY_LANGUAGE,
        TYPED,
        NATIVE,
        MIXED
    }

    private record Term(String name, Shape shape, String datatype) {}

    private final Prefixes prefixes;

    JsonLdLayout(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    String json(Arranged description) {
        var subjects = new ArrayList<Node>();
        description.sections().forEach(s -> subjects.addAll(s.subjects()));
        var graph = description.graph();
        var terms = terms(subjects, graph);
        var nodes = new JsonArray();
        for (var subject : subjects) {
            var object = new JsonObject();
            object.put("@id", shorten(subject.getURI()));
            var types = graph.objects(subject, Vocabulary.TYPE);
            if (!types.isEmpty()) {
                object.put(
                        "@type",
                        oneOrMore(types.stream()
                                .map(t -> (JsonValue) new JsonString(typeName(t)))
                                .toList()));
            }
            for (var property : graph.properties(subject)) {
                var term = terms.get(property);
                if (term != null) {
                    object.put(term.name(), values(term, graph.objects(subject, property)));
                }
            }
            nodes.add(object);
        }
        var context = context(terms, nodes);
        var document = new JsonObject();
        document.put("@context", context);
        document.put("@graph", nodes);
        return document + "\n";
    }

    private Map<Node, Term> terms(List<Node> subjects, Subgraph graph) {
        var values = new TreeMap<Node, List<Node>>(Subgraph.ORDER);
        for (var subject : subjects) {
            for (var property : graph.properties(subject)) {
                if (!property.equals(Vocabulary.TYPE)) {
                    values.computeIfAbsent(property, p -> new ArrayList<>()).addAll(graph.objects(subject, property));
                }
            }
        }
        var terms = new LinkedHashMap<Node, Term>();
        // A term and a prefix of one name would be one entry of the context.
        var taken = new TreeSet<>(prefixes.namespaces().keySet());
        values.forEach((property, objects) -> {
            var iri = property.getURI();
            var bare = bareName(iri);
            var name = bare != null && taken.add(bare) ? bare : shorten(iri);
            terms.put(property, term(name, objects));
        });
        return terms;
    }

    /** The name without prefix of a term of the ontology or of a label; null for others. */
    private static @Nullable String bareName(String iri) {
        for (var namespace : List.of(
                Vocabulary.BG, "http://www.w3.org/2000/01/rdf-schema#", "http://www.w3.org/2004/02/skos/core#")) {
            if (iri.startsWith(namespace)) {
                return iri.substring(namespace.length());
            }
        }
        return null;
    }

    private static Term term(String name, List<Node> values) {
        if (values.stream().allMatch(Node::isURI)) {
            return new Term(name, Shape.LINK, "");
        }
        if (values.stream()
                .allMatch(v -> v.isLiteral() && !v.getLiteralLanguage().isEmpty())) {
            return new Term(name, Shape.TEXT_BY_LANGUAGE, "");
        }
        if (values.stream().allMatch(JsonLdLayout::isNative)) {
            return new Term(name, Shape.NATIVE, "");
        }
        var first = values.getFirst();
        if (first.isLiteral()
                && first.getLiteralLanguage().isEmpty()
                && values.stream()
                        .allMatch(v ->
                                v.isLiteral() && v.getLiteralDatatypeURI().equals(first.getLiteralDatatypeURI()))) {
            var datatype = first.getLiteralDatatypeURI();
            return datatype.equals(XSD + "string")
                    ? new Term(name, Shape.NATIVE, "")
                    : new Term(name, Shape.TYPED, datatype);
        }
        return new Term(name, Shape.MIXED, "");
    }

    /** Whether JSON's own types say the same as the literal, to the letter. */
    private static boolean isNative(Node value) {
        if (!value.isLiteral()) {
            return false;
        }
        var type = value.getLiteralDatatype();
        var text = value.getLiteralLexicalForm();
        return XSDDatatype.XSDstring.equals(type)
                || (XSDDatatype.XSDinteger.equals(type) && WHOLE.matcher(text).matches())
                || (XSDDatatype.XSDboolean.equals(type) && (text.equals("true") || text.equals("false")));
    }

    private JsonValue values(Term term, List<Node> values) {
        if (term.shape() == Shape.TEXT_BY_LANGUAGE) {
            var byLanguage = new TreeMap<String, List<JsonValue>>();
            for (var value : values) {
                byLanguage
                        .computeIfAbsent(value.getLiteralLanguage(), l -> new ArrayList<>())
                        .add(new JsonString(value.getLiteralLexicalForm()));
            }
            var object = new JsonObject();
            byLanguage.forEach((language, texts) -> object.put(language, oneOrMore(texts)));
            return object;
        }
        return oneOrMore(values.stream().map(v -> value(term, v)).toList());
    }

    private JsonValue value(Term term, Node value) {
        return switch (term.shape()) {
            case LINK -> new JsonString(shorten(value.getURI()));
            case TYPED, TEXT_BY_LANGUAGE -> new JsonString(value.getLiteralLexicalForm());
            case NATIVE -> nativeValue(value);
            case MIXED -> isNative(value) ? nativeValue(value) : full(value);
        };
    }

    private static JsonValue nativeValue(Node value) {
        var text = value.getLiteralLexicalForm();
        if (XSDDatatype.XSDinteger.equals(value.getLiteralDatatype())) {
            return JsonNumber.value(Long.parseLong(text));
        }
        if (XSDDatatype.XSDboolean.equals(value.getLiteralDatatype())) {
            return new JsonBoolean(Boolean.parseBoolean(text));
        }
        return new JsonString(text);
    }

    private JsonObject full(Node value) {
        var object = new JsonObject();
        if (value.isURI()) {
            object.put("@id", shorten(value.getURI()));
        } else {
            object.put("@value", value.getLiteralLexicalForm());
            if (value.getLiteralLanguage().isEmpty()) {
                object.put("@type", shorten(value.getLiteralDatatypeURI()));
            } else {
                object.put("@language", value.getLiteralLanguage());
            }
        }
        return object;
    }

    private JsonObject context(Map<Node, Term> terms, JsonArray nodes) {
        var used = nodes.toString();
        var context = new JsonObject();
        var definitions = new JsonObject();
        terms.forEach((property, term) -> {
            var iri = shorten(property.getURI());
            switch (term.shape()) {
                case LINK -> definitions.put(term.name(), definition(iri, "@type", "@id"));
                case TEXT_BY_LANGUAGE -> definitions.put(term.name(), definition(iri, "@container", "@language"));
                case TYPED -> definitions.put(term.name(), definition(iri, "@type", shorten(term.datatype())));
                case NATIVE, MIXED -> {
                    if (!term.name().equals(iri)) {
                        definitions.put(term.name(), iri);
                    }
                }
            }
        });
        var all = used + definitions;
        prefixes.namespaces().forEach((prefix, namespace) -> {
            if (all.contains("\"" + prefix + ":")) {
                context.put(prefix, namespace);
            }
        });
        definitions.forEach(context::put);
        return context;
    }

    private static JsonObject definition(String iri, String key, String value) {
        var definition = new JsonObject();
        definition.put("@id", iri);
        definition.put(key, value);
        return definition;
    }

    private String typeName(Node type) {
        return shorten(type.getURI());
    }

    private String shorten(String iri) {
        return prefixes.shorten(iri).orElse(iri);
    }

    private static JsonValue oneOrMore(List<JsonValue> values) {
        if (values.size() == 1) {
            return values.getFirst();
        }
        var array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
