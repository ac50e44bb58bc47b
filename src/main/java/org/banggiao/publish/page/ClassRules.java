package org.banggiao.publish.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.Subgraph;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Says in words what the shapes of the ontology (SHACL) ask of the things of a class: which properties each must and may have, how
 * many values of each, and of what sort.
 */
final class ClassRules {
    private static final String SH = "http://www.w3.org/ns/shacl#";
    private static final String FILES = "classpath*:org/banggiao/publish/page/shapes/*.ttl";
    private static final Node TARGET = sh("targetClass");
    private static final Node PROPERTY = sh("property");

    private final Graph shapes;
    private final ValueText values;
    private final Prefixes prefixes;
    private final Texts texts;

    ClassRules(ValueText values, Prefixes prefixes, Texts texts) {
        this.shapes = Holder.SHAPES;
        this.values = values;
        this.prefixes = prefixes;
        this.texts = texts;
    }

    /** The shapes that come with the program, read when they are first needed. */
    private static final class Holder {
        private static final Graph SHAPES = read();

        private static Graph read() {
            var graph = GraphFactory.createDefaultGraph();
            try {
                for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                    try (var in = file.getInputStream()) {
                        RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return graph;
        }
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }

    /** What is asked of the things of a class, a fact for each property. */
    List<Fact> ofClass(Node type) {
        var facts = new ArrayList<Fact>();
        byPath(type).forEach((path, constraints) -> {
            var named = values.fact(path, List.of(), false);
            facts.add(new Fact(named.name(), named.href(), List.of(value(constraints)), false));
        });
        return facts;
    }

    /** What is asked of a property, a fact for each class of which something is. */
    List<Fact> ofProperty(Node property) {
        var facts = new ArrayList<Fact>();
        shapes.stream(Node.ANY, TARGET, Node.ANY)
                .map(Triple::getObject)
                .distinct()
                .sorted(Subgraph.ORDER)
                .forEach(type -> {
                    var constraints = byPath(type).getOrDefault(property, List.of());
                    if (!constraints.isEmpty()) {
                        var named = values.resource(type);
                        facts.add(new Fact(
                                ValueText.capital(named.text()), named.href(), List.of(value(constraints)), false));
                    }
                });
        return facts;
    }

    /** The property shapes of a class by the property that they are about; those over paths are left out. */
    private Map<Node, List<Node>> byPath(Node type) {
        var found = new LinkedHashMap<Node, List<Node>>();
        shapes.stream(Node.ANY, TARGET, type)
                .map(Triple::getSubject)
                .flatMap(shape -> shapes.stream(shape, PROPERTY, Node.ANY))
                .map(Triple::getObject)
                .filter(p -> one(p, "path").filter(Node::isURI).isPresent())
                .sorted(Comparator.comparing(
                                (Node p) -> one(p, "path").orElseThrow().getURI())
                        .thenComparing(
                                p -> one(p, "message").map(Node::toString).orElse("")))
                .forEach(p -> found.computeIfAbsent(one(p, "path").orElseThrow(), n -> new ArrayList<>())
                        .add(p));
        return found;
    }

    private Value value(List<Node> constraints) {
        var notes = new ArrayList<String>();
        number(constraints).ifPresent(notes::add);
        for (var constraint : constraints) {
            qualified(constraint).ifPresent(notes::add);
            one(constraint, "uniqueLang").ifPresent(unique -> notes.add(texts.get("rule.unique-language")));
            bound(constraint, "minInclusive", notes);
            bound(constraint, "minExclusive", notes);
            bound(constraint, "maxInclusive", notes);
            one(constraint, "lessThanOrEquals")
                    .ifPresent(other -> notes.add(texts.get("rule.not-above", values.property(other))));
            one(constraint, "lessThan").ifPresent(other -> notes.add(texts.get("rule.below", values.property(other))));
        }
        var sort = sort(constraints);
        var words = String.join("; ", notes);
        return sort.map(s -> s.withNote(words))
                .orElseGet(() -> Value.of(words.isEmpty() ? texts.get("rule.any") : ValueText.capital(words)));
    }

    /** How many values there are. */
    private Optional<String> number(List<Node> constraints) {
        var least = constraints.stream()
                .flatMap(c -> one(c, "minCount").stream())
                .map(ClassRules::whole)
                .max(Integer::compare);
        var most = constraints.stream()
                .flatMap(c -> one(c, "maxCount").stream())
                .map(ClassRules::whole)
                .min(Integer::compare);
        if (most.filter(m -> m == 0).isPresent()) {
            return Optional.of(texts.get("rule.none"));
        }
        if (least.isPresent() && least.equals(most)) {
            return Optional.of(texts.get("rule.exactly", least.get()));
        }
        return least.map(n -> texts.get("rule.at-least", n)).or(() -> most.map(n -> texts.get("rule.at-most", n)));
    }

    private static int whole(Node literal) {
        return Integer.parseInt(literal.getLiteralLexicalForm());
    }

    /** One value in a language. */
    private Optional<String> qualified(Node constraint) {
        return one(constraint, "qualifiedValueShape")
                .flatMap(shape -> one(shape, "languageIn"))
                .flatMap(list ->
                        GraphList.members(GNode.create(shapes, list)).stream().findFirst())
                .map(code -> texts.get("rule.in-language", language(code.getLiteralLexicalForm())));
    }

    /** The name of a language within a sentence. */
    private String language(String code) {
        var own = Locale.forLanguageTag(texts.language().code());
        var name = Locale.forLanguageTag(code).getDisplayLanguage(own);
        return texts.language() == Language.VI ? name.substring(0, 1).toLowerCase(own) + name.substring(1) : name;
    }

    private void bound(Node constraint, String name, List<String> notes) {
        one(constraint, name)
                .map(n -> Numbers.decimal(new BigDecimal(n.getLiteralLexicalForm()), texts.language()))
                .ifPresent(n -> notes.add(texts.get("rule." + name, n)));
    }

    /** The class or datatype of the values. */
    private Optional<Value> sort(List<Node> constraints) {
        for (var constraint : constraints) {
            var type = one(constraint, "class");
            if (type.isPresent()) {
                var named = values.resource(type.get());
                return Optional.of(Value.of(ValueText.capital(named.text())).withHref(named.href()));
            }
            var datatype = one(constraint, "datatype")
                    .map(d -> prefixes.shorten(d.getURI()).orElse(d.getURI()));
            if (datatype.isPresent()) {
                return datatype.map(d -> Value.of(
                                texts.find("datatype." + d.replace(':', '.')).orElse(d))
                        .withCode(d));
            }
            if (one(constraint, "pattern").isPresent()) {
                return one(constraint, "pattern")
                        .map(p -> Value.of(texts.get("rule.pattern")).withCode(p.getLiteralLexicalForm()));
            }
        }
        return Optional.empty();
    }

    private Optional<Node> one(Node subject, String property) {
        return shapes.stream(subject, sh(property), Node.ANY)
                .map(Triple::getObject)
                .min(Subgraph.ORDER);
    }
}
