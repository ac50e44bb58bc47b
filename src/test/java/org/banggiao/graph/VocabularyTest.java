package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.Test;

/** The terms in code are those of {@code ontology/banggiao.ttl}. */
class VocabularyTest {
    private static final Set<Node> KINDS =
            Set.of(OWL2.Class.asNode(), OWL2.ObjectProperty.asNode(), OWL2.DatatypeProperty.asNode());

    @Test
    void everyTermInCodeIsDeclaredAndEveryDeclaredTermIsInCode() {
        assertThat(inCode()).isEqualTo(declared());
    }

    @Test
    void everyTermIsNamedOnce() {
        var names = Fixtures.ONTOLOGY
                .schema()
                .find(Node.ANY, Vocabulary.LABEL, Node.ANY)
                .filterKeep(t -> isOurs(t.getSubject())
                        && t.getObject().getLiteralLanguage().equals("en"))
                .mapWith(t -> t.getSubject().getURI())
                .toList();
        assertThat(names).doesNotHaveDuplicates().hasSameSizeAs(declared());
    }

    @Test
    void theSchemaHasNoBlankNodeAndNoUnion() {
        Fixtures.ONTOLOGY.schema().find().forEachRemaining(t -> {
            assertThat(t.getSubject().isBlank() || t.getObject().isBlank())
                    .as(t.toString())
                    .isFalse();
            assertThat(t.getPredicate()).isNotEqualTo(OWL2.unionOf.asNode());
        });
    }

    @Test
    void everyExampleIsTurtle() {
        var lead = new StringBuilder("BASE <https://w3id.org/banggiao/id/>\n");
        BeginnersQueriesTest.published()
                .forEach((prefix, namespace) -> lead.append("PREFIX ")
                        .append(prefix)
                        .append(": <")
                        .append(namespace)
                        .append(">\n"));
        Fixtures.ONTOLOGY
                .schema()
                .find(Node.ANY, uri("http://www.w3.org/2004/02/skos/core#example"), Node.ANY)
                .forEachRemaining(t -> {
                    var graph = GraphFactory.createGraphMem();
                    RDFParser.fromString(lead + t.getObject().getLiteralLexicalForm(), Lang.TURTLE)
                            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                            .parse(graph);
                    var used = graph.find().toList().stream()
                            .flatMap(x -> Stream.of(x.getSubject(), x.getPredicate(), x.getObject()))
                            .toList();
                    assertThat(used).as("the example of " + t.getSubject()).contains(t.getSubject());
                });
    }

    @Test
    void literalPropertiesHaveNoRangeSinceTheShapesHaveIt() {
        Fixtures.ONTOLOGY
                .schema()
                .find(Node.ANY, Vocabulary.TYPE, OWL2.DatatypeProperty.asNode())
                .forEachRemaining(t -> assertThat(Fixtures.ONTOLOGY
                                .schema()
                                .contains(
                                        t.getSubject(),
                                        NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#range"),
                                        Node.ANY))
                        .as(t.getSubject().toString())
                        .isFalse());
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Set<String> inCode() {
        return Arrays.stream(Vocabulary.class.getFields())
                .filter(f -> Modifier.isStatic(f.getModifiers()) && f.getType().equals(Node.class))
                .map(f -> {
                    try {
                        return (Node) f.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .filter(VocabularyTest::isOurs)
                .map(Node::getURI)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> declared() {
        return Fixtures.ONTOLOGY
                .schema()
                .find(Node.ANY, Vocabulary.TYPE, Node.ANY)
                .filterKeep(t -> isOurs(t.getSubject()) && KINDS.contains(t.getObject()))
                .mapWith(t -> t.getSubject().getURI())
                .toList()
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOurs(Node node) {
        return node.isURI()
                && (node.getURI().startsWith(Vocabulary.BG) || node.getURI().startsWith(Vocabulary.SAID));
    }
}
