package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.update.UpdateAction;
import org.apache.jena.vocabulary.XSD;
import org.banggiao.issue.Finding;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the builder makes passes; each shape and each check fails on a fault that is put in for it. */
class CheckTest {
    private static final String SH = "http://www.w3.org/ns/shacl#";

    @Test
    void whatTheBuilderMakesPasses() {
        assertThat(messages(Fixtures.everything().dataset())).isEmpty();
    }

    @Test
    void anEndBeforeItsStartIsOneClearSentence() {
        var dataset = Fixtures.everything().dataset();
        update(dataset, """
                DELETE { GRAPH ?g { ?e bg:start ?start ; bg:end ?end } }
                INSERT { GRAPH ?g { ?e bg:start ?end ; bg:end ?start } }
                WHERE { GRAPH ?g { ?e a bg:Visit ; bg:date ?d ; bg:start ?start ; bg:end ?end FILTER(STRSTARTS(STR(?d), "1995")) } }""");
        assertThat(messages(dataset))
                .singleElement()
                .asString()
                .matches(
                        "https://w3id.org/banggiao/id/event/\\S+: A thing ends before it starts, most often since two numbers"
                                + " changed places: correct the date of the claim that decided it\\. The value met is \"1995-05-31\"\\.");
    }

    @Test
    void aClaimWithoutPassageIsOneClearSentence() {
        var dataset = Fixtures.everything().dataset();
        update(dataset, """
                DELETE { GRAPH ?g { ?claim said:statedIn ?passage } }
                WHERE { GRAPH ?g { ?claim said:date ?d ; said:statedIn ?passage FILTER(STR(?d) = "1998-02-09") } }""");
        assertThat(messages(dataset))
                .hasSize(2)
                .anyMatch(m -> m.endsWith(
                        ": A claim names no passage, or several, so that nobody can look it up: give it exactly"
                                + " one said:statedIn, and put what it leans on under said:contextIn."))
                .anyMatch(m -> m.contains("has no passage anywhere in the data"));
    }

    @TestFactory
    Stream<DynamicTest> eachCheckFailsOnItsFault() {
        var faults = new TreeMap<>(Map.ofEntries(
                Map.entry(
                        "actor-outside-its-life",
                        insert(
                                "?e bg:participant state:rvn",
                                "?e a bg:Visit ; bg:date ?d FILTER(STRSTARTS(STR(?d), \"1995\"))")),
                Map.entry("end-before-start", """
                        DELETE { GRAPH ?g { ?e bg:latestEnd ?end } }
                        INSERT { GRAPH ?g { ?e bg:latestEnd "1066-10-14"^^xsd:date } }
                        WHERE { GRAPH ?g { ?e a bg:Visit ; bg:latestEnd ?end } }"""),
                Map.entry(
                        "claim-of-nothing-known",
                        insert("?e bg:hasClaim <https://w3id.org/banggiao/id/claim/none>", "?e a bg:Visit")),
                Map.entry("only-denied", """
                        DELETE { GRAPH ?g { ?claim said:polarity ?p } }
                        INSERT { GRAPH ?g { ?claim said:polarity <https://w3id.org/banggiao/code/polarity/denied> } }
                        WHERE { GRAPH ?g { ?claim said:polarity ?p } }"""),
                Map.entry("planned-only", """
                        DELETE { GRAPH ?g { ?claim said:factuality ?f } }
                        INSERT { GRAPH ?g { ?claim said:factuality <https://w3id.org/banggiao/code/factuality/intended> } }
                        WHERE { GRAPH ?g { ?claim said:factuality ?f } }"""),
                Map.entry("entailed-class", insert("?e bg:participant place:hanoi", "?e a bg:Visit")),
                Map.entry("entailed-property", """
                        DELETE { GRAPH ?g { ?f bg:amount ?a } } WHERE { GRAPH ?g { ?f bg:summableAmount ?a ; bg:amount ?a } }"""),
                Map.entry("disjoint-classes", insert("?e a bg:PlannedAct", "?e a bg:Visit")),
                Map.entry("undeclared-term", insert("?e bg:partecipant country:laos", "?e a bg:Visit")),
                Map.entry(
                        "promise-after-delivery",
                        insert("?flow bg:fulfils ?flow", "?flow a bg:AidFlow ; bg:summableAmount ?a")),
                Map.entry("replaced-by-older", """
                        INSERT { GRAPH ?g { ?t bg:replaces ?later . ?s bg:signs ?later ; bg:start "1990-01-01"^^xsd:date } }
                        WHERE { GRAPH ?g { ?t a bg:Agreement BIND(instrument:later AS ?later) BIND(event:later AS ?s) } }"""),
                Map.entry("undocumented-term", """
                        DELETE { GRAPH ?g { bg:Visit rdfs:label ?label } }
                        INSERT { GRAPH ?g { bg:Journey a <http://www.w3.org/2002/07/owl#Class> } }
                        WHERE { GRAPH ?g { bg:Visit rdfs:label ?label } }"""),
                Map.entry(
                        "unknown-code",
                        insert("?f bg:sector <https://w3id.org/banggiao/code/sector/space>", "?f a bg:AidFlow")),
                Map.entry("undescribed-resource", insert("?e bg:participant country:atlantis", "?e a bg:Visit")),
                Map.entry("currency-outside-its-life", """
                        DELETE { GRAPH ?g { ?a bg:unit ?u } } INSERT { GRAPH ?g { ?a bg:unit currency:dong-1985 } }
                        WHERE { GRAPH ?g { ?a bg:unit ?u ; a bg:Amount } }"""),
                Map.entry(
                        "conflict-not-of-the-thing",
                        insert(
                                "?conflict bg:conflictingClaim ?other",
                                "?e bg:conflict ?conflict . ?thing a bg:Agreement ; bg:hasClaim ?other")),
                Map.entry(
                        "summed-twice",
                        insert(
                                "?whole bg:summableAmount ?a . ?part bg:partOf ?whole",
                                "?part bg:summableAmount ?a . ?whole a" + " bg:AidFlow FILTER(?whole != ?part)"))));
        assertThat(faults.keySet())
                .isEqualTo(new TreeSet<>(Fixtures.ONTOLOGY.checks().stream()
                        .map(Ontology.CheckQuery::name)
                        .toList()));
        return Fixtures.ONTOLOGY.checks().stream()
                .map(check -> DynamicTest.dynamicTest(check.name(), () -> {
                    assertThat(check.text()).startsWith("# Problem: ").contains("\n# Solution: ");
                    var dataset = Fixtures.everything().dataset();
                    update(dataset, faults.get(check.name()));
                    var alone = new Ontology(Fixtures.ONTOLOGY.schema(), Graph.emptyGraph, List.of(check));
                    assertThat(Check.check(dataset, alone))
                            .isNotEmpty()
                            .allSatisfy(f -> assertThat(f.message())
                                    .startsWith(f.location().document() + ": ")
                                    .contains(": ", ", ")
                                    .endsWith("."));
                }));
    }

    /** Each property shape is broken in the ways that its path can be, until its message is met. */
    @TestFactory
    Stream<DynamicTest> eachShapeFailsOnAFault() {
        var shapes = Fixtures.ONTOLOGY.shapes();
        var sample = Fixtures.everything().dataset();
        // Not every table of the authority data need have rows.
        update(sample, """
                INSERT DATA { GRAPH <https://w3id.org/banggiao/graph/authority> {
                  <https://w3id.org/banggiao/id/place/p/succession/1> a bg:Succession ;
                    bg:successionRelation <https://w3id.org/banggiao/code/succession/split-from> ;
                    bg:predecessor <https://w3id.org/banggiao/id/place/hanoi> ;
                    bg:reference <https://w3id.org/banggiao/id/reference/archigos> .
                  <https://w3id.org/banggiao/id/place/p/geometry> a <http://www.opengis.net/ont/geosparql#Geometry> } }""");
        var tests = new ArrayList<DynamicTest>();
        shapes.find(Node.ANY, sh("targetClass"), Node.ANY)
                .forEachRemaining(target -> shapes.find(target.getSubject(), sh("property"), Node.ANY)
                        .forEachRemaining(property -> {
                            var path = object(shapes, property.getObject(), "path");
                            var message = object(shapes, property.getObject(), "message")
                                    .getLiteralLexicalForm();
                            tests.add(DynamicTest.dynamicTest(
                                    message,
                                    () -> assertThat(broken(sample, target.getObject(), path, message))
                                            .as("a fault of " + path + " on " + target.getObject() + " that gives: "
                                                    + message)
                                            .isTrue()));
                        }));
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static boolean broken(DatasetGraph sample, Node type, Node path, String message) {
        var focus = focus(sample, type);
        var garbage = NodeFactory.createLiteralLang("?", "zz");
        List<List<Node>> replacements = List.of(
                List.of(),
                List.of(garbage),
                List.of(garbage, NodeFactory.createLiteralLang("!", "zz")),
                List.of(NodeFactory.createLiteralDT("9999-12-31", typed(XSD.date))),
                List.of(NodeFactory.createLiteralDT("99999999999999", typed(XSD.decimal))),
                List.of(NodeFactory.createLiteralDT("99999999", typed(XSD.integer))));
        for (var replacement : replacements) {
            var dataset = DatasetGraphFactory.createGeneral();
            sample.find().forEachRemaining(q -> {
                if (!(q.getSubject().equals(focus) && q.getPredicate().equals(path))) {
                    dataset.add(q);
                }
            });
            replacement.forEach(value -> dataset.add(new Quad(Iris.DEFAULT.topGraph(), focus, path, value)));
            var alone = new Ontology(Graph.emptyGraph, Fixtures.ONTOLOGY.shapes(), List.of());
            if (Check.check(dataset, alone).stream()
                    .anyMatch(f -> f.location().document().equals(focus.toString())
                            && f.message().contains(message))) {
                return true;
            }
        }
        return false;
    }

    private static RDFDatatype typed(Resource type) {
        return NodeFactory.getType(type.getURI());
    }

    /** A resource of the class in the sample; of instruments' dates and the like the first by address. */
    private static Node focus(DatasetGraph sample, Node type) {
        var subjects = new TreeSet<String>();
        var seen = new HashSet<Node>();
        sample.find(Node.ANY, Node.ANY, Vocabulary.TYPE, type).forEachRemaining(q -> {
            if (seen.add(q.getSubject())) {
                subjects.add(q.getSubject().getURI());
            }
        });
        // The one with most statements, so that what is broken is there.
        return subjects.stream()
                .map(NodeFactory::createURI)
                .max((a, b) -> Long.compare(size(sample, a), size(sample, b)))
                .orElseThrow(() -> new AssertionError("the sample has no " + type));
    }

    private static long size(DatasetGraph sample, Node subject) {
        var found = new ArrayList<Quad>();
        sample.find(Node.ANY, subject, Node.ANY, Node.ANY).forEachRemaining(found::add);
        return found.size();
    }

    private static Node object(Graph graph, Node subject, String property) {
        return graph.find(subject, sh(property), Node.ANY).next().getObject();
    }

    private static Node sh(String name) {
        return NodeFactory.createURI(SH + name);
    }

    private static String insert(String triples, String where) {
        return "INSERT { GRAPH <https://w3id.org/banggiao/graph/top> { " + triples + " } } WHERE { GRAPH"
                + " <https://w3id.org/banggiao/graph/top> { " + where + " } }";
    }

    private static void update(DatasetGraph dataset, String update) {
        var before = NQuads.sorted(quads(dataset));
        UpdateAction.parseExecute(Fixtures.PREFIXES + update, DatasetFactory.wrap(dataset));
        assertThat(NQuads.sorted(quads(dataset))).as("the fault is in").isNotEqualTo(before);
    }

    private static List<Quad> quads(DatasetGraph dataset) {
        var quads = new ArrayList<Quad>();
        dataset.find().forEachRemaining(quads::add);
        return quads;
    }

    private static List<String> messages(DatasetGraph dataset) {
        return Check.check(dataset, Fixtures.ONTOLOGY).stream()
                .map(Finding::message)
                .toList();
    }
}
