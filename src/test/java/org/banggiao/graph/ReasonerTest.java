package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.rulesys.GenericRuleReasoner;
import org.apache.jena.reasoner.rulesys.Rule;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.Test;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.Reasoner;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.profiles.OWL2RLProfile;

/**
 * What reasoners make of the schema and of a sample: HermiT, which knows all of OWL 2, and the rules of OWL 2 RL for what the
 * schema says.
 */
class ReasonerTest {
    private static final Graph TERMS = Ontology.readTurtle(Path.of("ontology", "banggiao.ttl"));

    @Test
    void theSchemaIsInTheProfileRl() {
        var report = new OWL2RLProfile().checkOntology(owl(TERMS));
        assertThat(report.getViolations()).isEmpty();
    }

    @Test
    void everyClassCanHaveMembers() {
        var reasoner = reasoner(TERMS);
        assertThat(reasoner.isConsistent()).isTrue();
        assertThat(reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()).isEmpty();
    }

    @Test
    void schemaAndSampleAreConsistent() {
        assertThat(reasoner(sample()).isConsistent()).isTrue();
    }

    @Test
    void anEventThatIsAPlannedActTooIsFound() {
        var graph = sample();
        graph.add(first(graph, Vocabulary.VISIT), Vocabulary.TYPE, Vocabulary.PLANNED_ACT);
        assertThat(reasoner(graph).isConsistent()).isFalse();
    }

    @Test
    void aPlaceThatTakesPartIsFoundThoughNobodyCallsItAnActor() {
        var graph = sample();
        graph.add(
                first(graph, Vocabulary.VISIT),
                Vocabulary.PARTICIPANT,
                NodeFactory.createURI("https://w3id.org/banggiao/id/place/hanoi"));
        assertThat(reasoner(graph).isConsistent()).isFalse();
    }

    /** The graph is its own closure, so that a query without reasoner misses nothing. */
    @Test
    void theRulesOfRlAddNothingToWhatTheBuilderMakes() {
        assertThat(added(union())).isEmpty();
    }

    @Test
    void theRulesOfRlFindTheSameContradiction() {
        var graph = union();
        assertThat(clashes(graph)).isEmpty();
        var visit = first(graph, Vocabulary.VISIT);
        graph.add(visit, Vocabulary.PARTICIPANT, NodeFactory.createURI("https://w3id.org/banggiao/id/place/hanoi"));
        assertThat(clashes(graph)).containsExactly("https://w3id.org/banggiao/id/place/hanoi");
    }

    /** Two ways to the same: what the rules add where classes are left out is what the check misses. */
    @Test
    void theCheckMissesWhatTheRulesAdd() {
        var graph = union();
        var above = List.of(Vocabulary.CLAIMED_THING, Vocabulary.EVENT, Vocabulary.ACTOR_CLASS, Vocabulary.PASSAGE);
        above.forEach(c -> graph.remove(Node.ANY, Vocabulary.TYPE, c));
        var check = Fixtures.ONTOLOGY.checks().stream()
                .filter(c -> c.name().equals("entailed-class"))
                .findFirst()
                .orElseThrow();
        var rows = new TreeSet<String>();
        QueryExec.graph(graph)
                .query(check.text())
                .build()
                .select()
                .forEachRemaining(r -> rows.add(r.get("resource").toString()));
        var added = added(graph);
        assertThat(added).hasSizeGreaterThan(500);
        assertThat(rows).isEqualTo(added);
    }

    private static Graph union() {
        var graph = GraphFactory.createGraphMem();
        Fixtures.everything().quads().forEach(q -> graph.add(q.asTriple()));
        return graph;
    }

    /** Resources of which the rules state something that the graph does not. */
    private static Set<String> added(Graph graph) {
        var deduced = infer(graph).getDeductionsGraph();
        var subjects = new TreeSet<String>();
        deduced.find()
                .filterKeep(t -> !graph.contains(t) && !t.getPredicate().equals(Vocabulary.SUB_CLASS_OF))
                .forEachRemaining(t -> subjects.add(t.getSubject().toString()));
        return subjects;
    }

    private static Set<String> clashes(Graph graph) {
        var found = new TreeSet<String>();
        infer(graph)
                .getDeductionsGraph()
                .find(Node.ANY, NodeFactory.createURI("urn:x-test:clash"), Node.ANY)
                .forEachRemaining(t -> found.add(t.getSubject().toString()));
        return found;
    }

    private static InfGraph infer(Graph graph) {
        try (var rules = Objects.requireNonNull(ReasonerTest.class.getResourceAsStream("owl-rl.rules"))) {
            var text = new BufferedReader(new InputStreamReader(rules, StandardCharsets.UTF_8));
            var inferred = new GenericRuleReasoner(Rule.parseRules(Rule.rulesParserFromReader(text))).bind(graph);
            inferred.prepare();
            return inferred;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema and one of each kind, as the reasoner takes them: dates, numbers and words are plain text to it. */
    private static Graph sample() {
        var graph = GraphFactory.createGraphMem();
        TERMS.find().forEachRemaining(graph::add);
        for (var quad : Fixtures.everything().quads()) {
            var value = quad.getObject();
            boolean isData = graph.contains(quad.getPredicate(), Vocabulary.TYPE, OWL2.DatatypeProperty.asNode());
            boolean isLink = graph.contains(quad.getPredicate(), Vocabulary.TYPE, OWL2.ObjectProperty.asNode())
                    || quad.getPredicate().equals(Vocabulary.TYPE);
            if (isData && value.isLiteral()) {
                graph.add(
                        quad.getSubject(),
                        quad.getPredicate(),
                        NodeFactory.createLiteralString(value.getLiteralLexicalForm()));
            } else if (isLink && value.isURI()) {
                graph.add(quad.asTriple());
            }
        }
        return graph;
    }

    private static Node first(Graph graph, Node type) {
        List<Triple> found =
                new ArrayList<>(graph.find(Node.ANY, Vocabulary.TYPE, type).toList());
        return found.stream()
                .map(Triple::getSubject)
                .min((a, b) -> a.getURI().compareTo(b.getURI()))
                .orElseThrow();
    }

    private static Reasoner reasoner(Graph graph) {
        return new Reasoner(new Configuration(), owl(graph));
    }

    private static OWLOntology owl(Graph graph) {
        var out = new ByteArrayOutputStream();
        RDFDataMgr.write(out, graph, RDFFormat.RDFXML_PLAIN);
        try {
            return OWLManager.createOWLOntologyManager()
                    .loadOntologyFromOntologyDocument(new ByteArrayInputStream(out.toByteArray()));
        } catch (OWLOntologyCreationException e) {
            throw new AssertionError(e);
        }
    }
}
