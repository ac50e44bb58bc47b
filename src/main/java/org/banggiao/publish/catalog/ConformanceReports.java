package org.banggiao.publish.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.entity.RdfDocument;

/** The reports (EARL) on the test suites that were run against the service; they come with the program. */
public final class ConformanceReports {
    /** Where they are published, and what their addresses start with. */
    public static final String ADDRESS = "https://w3id.org/banggiao/conformance";

    private static final List<String> NAMES =
            List.of("protocol", "graph-store-protocol", "service-description", "sparql11-query", "sparql10-query");

    private final RdfDocument document;
    private final List<Report> reports;

    private ConformanceReports(RdfDocument document, List<Report> reports) {
        this.document = document;
        this.reports = List.copyOf(reports);
    }

    /** How a case went. */
    public enum Outcome {
        PASSED,
        FAILED,
        INAPPLICABLE
    }

    /**
     * What came of a suite.
     *
     * @param name of the report, in addresses
     * @param title of the suite
     * @param sha256 of its files, as they were run
     * @param cases in the order of their addresses
     */
    public record Report(String name, String title, String sha256, List<Case> cases) {
        public Report {
            cases = List.copyOf(cases);
        }

        /** How many went this way. */
        public long count(Outcome outcome) {
            return cases.stream().filter(c -> c.outcome() == outcome).count();
        }

        /** Those that went this way. */
        public List<Case> cases(Outcome outcome) {
            return cases.stream().filter(c -> c.outcome() == outcome).toList();
        }
    }

    /**
     * One case of a suite.
     *
     * @param address the suite's own
     * @param key folder and name
     * @param isOfWritable whether it was run over a dataset that can be written to
     * @param note why it did not simply pass, or empty
     */
    public record Case(String address, String key, boolean isOfWritable, Outcome outcome, String note) {}

    /** Reads them. */
    public static ConformanceReports read() {
        var triples = new ArrayList<Triple>();
        var reports = new ArrayList<Report>();
        for (var name : NAMES) {
            var graph = graph(name);
            var reader = new Reader(graph, name);
            reports.add(reader.report());
            graph.stream()
                    .sorted(Comparator.comparing((Triple t) -> t.toString()))
                    .forEach(triples::add);
        }
        return new ConformanceReports(RdfDocument.of(Terms.iri(ADDRESS), triples), reports);
    }

    private static Graph graph(String name) {
        var graph = GraphFactory.createDefaultGraph();
        try (var in = Objects.requireNonNull(
                ConformanceReports.class.getResourceAsStream("conformance/" + name + ".ttl"), name)) {
            RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    /** All of them together. */
    public RdfDocument document() {
        return document;
    }

    /** One for each suite. */
    public List<Report> reports() {
        return reports;
    }

    /** The short names that the document uses. */
    public static Prefixes prefixes(String baseIri) {
        return Terms.prefixes(baseIri);
    }

    /** Reads one report from its graph. */
    private static final class Reader {
        private static final Terms TERMS = new Terms(Terms.prefixes(ADDRESS + "/"), new ArrayList<>());

        private final Graph graph;
        private final String name;

        Reader(Graph graph, String name) {
            this.graph = graph;
            this.name = name;
        }

        Report report() {
            var node = Terms.iri(ADDRESS + "#" + name);
            var cases = graph.stream(Node.ANY, TERMS.term("dcterms:isPartOf"), node)
                    .map(t -> caseOf(t.getSubject()))
                    .sorted(Comparator.comparing(Case::key).thenComparing(Case::isOfWritable))
                    .toList();
            return new Report(name, text(node, "dcterms:title"), text(node, "schema:sha256"), cases);
        }

        private Case caseOf(Node assertion) {
            var result = value(assertion, "earl:result");
            var outcome = value(result, "earl:outcome").getLocalName();
            var key = assertion.getURI().substring((ADDRESS + "#" + name + "/").length());
            return new Case(
                    value(assertion, "earl:test").getURI(),
                    key.replaceFirst("/writable$", ""),
                    key.endsWith("/writable"),
                    Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                    graph.contains(result, TERMS.term("dcterms:description"), Node.ANY)
                            ? text(result, "dcterms:description")
                            : "");
        }

        private Node value(Node subject, String property) {
            return graph.find(subject, TERMS.term(property), Node.ANY).next().getObject();
        }

        private String text(Node subject, String property) {
            return value(subject, property).getLiteralLexicalForm();
        }
    }
}
