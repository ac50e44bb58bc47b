package org.banggiao.conformance;

import static org.banggiao.conformance.Case.mf;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetRewindable;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.banggiao.conformance.Verdict.Outcome;
import org.banggiao.conformance.Verdict.Subject;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;

/** The cases on the query language: the data of each in a store of its own, the query and its result over HTTP. */
final class QueryCases {
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String DAWGT = "http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#";
    private static final Property APPROVAL = ResourceFactory.createProperty(DAWGT + "approval");
    private static final Resource WITHDRAWN = ResourceFactory.createResource(DAWGT + "Withdrawn");
    private static final Map<String, Lang> ROWS = Map.of(
            "application/sparql-results+json", ResultSetLang.RS_JSON,
            "application/sparql-results+xml", ResultSetLang.RS_XML);

    private static final int MOST_OF_BODY = 400;

    private final Suite suite;
    private final SwitchSource source;
    private final TestService service;

    QueryCases(Suite suite, SwitchSource source, TestService service) {
        this.suite = suite;
        this.source = source;
        this.service = service;
    }

    Verdict run(Case test) {
        var verdict = verdict(test);
        if (verdict.outcome() != Outcome.FAILED) {
            return verdict;
        }
        return test.resource().hasProperty(APPROVAL, WITHDRAWN)
                ? Verdict.inapplicable(test, Subject.SERVICE, "The working group has withdrawn the case.")
                : Reasons.apply(verdict);
    }

    private Verdict verdict(Case test) {
        try {
            return switch (test.type()) {
                case "PositiveSyntaxTest", "PositiveSyntaxTest11" -> syntax(test, true);
                case "NegativeSyntaxTest", "NegativeSyntaxTest11" -> syntax(test, false);
                default -> evaluation(test);
            };
        } catch (Different e) {
            return Verdict.failed(test, Subject.SERVICE, e.getMessage());
        }
    }

    /** The answer is not as the case wants it. */
    private static final class Different extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Different(String what) {
            super(what);
        }
    }

    private Verdict syntax(Case test, boolean isRight) {
        source.use(MemoryStore.of(List.of()));
        var action = test.resource().getPropertyResourceValue(mf("action"));
        var response = post(suite.textOf(action.getURI()), "", "application/sparql-results+json, text/turtle;q=0.5");
        boolean isSyntaxError = response.statusCode() == 400 && isProblem(response.body(), "query-syntax");
        if (isRight == isSyntaxError) {
            throw new Different(isRight ? "The query is refused: " + response.body() : "The query is taken.");
        }
        var passed = Verdict.passed(test, Subject.SERVICE);
        return !isRight || response.statusCode() == 200
                ? passed
                : passed.withNote("The syntax is taken; the query is refused, as graphs are not fetched and other"
                        + " services are not asked.");
    }

    /** Whether an answer in JSON or Turtle tells a problem of a kind. */
    private static boolean isProblem(String body, String kind) {
        return body.contains("/problem/" + kind) || body.contains("problem:" + kind);
    }

    private Verdict evaluation(Case test) {
        var action = test.resource().getPropertyResourceValue(mf("action"));
        var queryFile = iri(action, "query").getFirst();
        var text = suite.textOf(queryFile);
        var query = parse(text, queryFile);
        var defaults = iri(action, "data");
        var named = iri(action, "graphData");
        var files = new LinkedHashSet<>(defaults);
        files.addAll(named);
        files.addAll(query.getGraphURIs());
        files.addAll(query.getNamedGraphURIs());
        var quads = new ArrayList<Quad>();
        files.forEach(file -> load(file).find().forEach(t -> quads.add(Quad.create(NodeFactory.createURI(file), t))));
        source.use(MemoryStore.of(quads));
        var parameters = new ArrayList<String>();
        var known = new HashSet<String>();
        quads.forEach(q -> known.add(q.getGraph().getURI()));
        defaults.stream()
                .filter(known::contains)
                .forEach(g -> parameters.add("default-graph-uri=" + TestService.encode(g)));
        named.stream().filter(known::contains).forEach(g -> parameters.add("named-graph-uri=" + TestService.encode(g)));
        var sent = "BASE <" + queryFile + ">\n" + text;
        var expected = test.resource().getPropertyResourceValue(mf("result")).getURI();
        boolean isLax = test.resource().hasProperty(mf("resultCardinality"), mf("LaxCardinality"));
        var parameterText = String.join("&", parameters);
        if (query.isConstructType() || query.isDescribeType()) {
            graphs(sent, parameterText, expected);
            return Verdict.passed(test, Subject.SERVICE);
        }
        if (expected.endsWith(".csv")) {
            lines(sent, parameterText, expected);
            return Verdict.passed(test, Subject.SERVICE);
        }
        boolean isExact = true;
        var formats = expected.endsWith(".tsv") ? Map.of("text/tab-separated-values", ResultSetLang.RS_TSV) : ROWS;
        for (var format : formats.entrySet()) {
            var response = answered(post(sent, parameterText, format.getKey()));
            var result = read(response.body(), format.getValue());
            if (query.isAskType()) {
                same(result.getBooleanResult() == result(expected).getBooleanResult(), response.body());
            } else {
                isExact &= compare(result(expected), result, query, isLax, response.body());
            }
        }
        var passed = Verdict.passed(test, Subject.SERVICE);
        return isExact ? passed : passed.withNote("Equal as values; some numbers are written in another form.");
    }

    private static Query parse(String text, String base) {
        try {
            return QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            throw new Different("The query is not SPARQL 1.1: " + e.getMessage());
        }
    }

    private static List<String> iri(Resource action, String property) {
        return action.listProperties(ResourceFactory.createProperty(QT + property)).toList().stream()
                .map(s -> s.getResource().getURI())
                .sorted()
                .toList();
    }

    private Graph load(String iri) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(suite.textOf(iri), RDFLanguages.filenameToLang(iri, Lang.TURTLE))
                .base(iri)
                .parse(graph);
        return graph;
    }

    private HttpResponse<String> post(String query, String parameters, String accept) {
        return service.send(service.request(
                        "/sparql" + (parameters.isEmpty() ? "" : "?" + parameters),
                        "Accept",
                        accept,
                        "Content-Type",
                        "application/sparql-query")
                .POST(BodyPublishers.ofString(query)));
    }

    private static HttpResponse<String> answered(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new Different("Status " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private void graphs(String query, String parameters, String expected) {
        for (var type : Map.of("text/turtle", Lang.TURTLE, "application/n-triples", Lang.NTRIPLES)
                .entrySet()) {
            var response = answered(post(query, parameters, type.getKey()));
            var graph = GraphFactory.createDefaultGraph();
            RDFParser.fromString(response.body(), type.getValue()).parse(graph);
            same(graph.isIsomorphicWith(load(expected)), response.body());
        }
    }

    /** Compares lines in any order; blank nodes have other labels each time. */
    private void lines(String query, String parameters, String expected) {
        var response = answered(post(query, parameters, "text/csv"));
        same(sorted(response.body()).equals(sorted(suite.textOf(expected))), response.body());
    }

    private static List<String> sorted(String text) {
        return text.replaceAll("_:\\w+", "_:")
                .lines()
                .map(String::stripTrailing)
                .sorted()
                .toList();
    }

    private SPARQLResult result(String iri) {
        if (iri.endsWith(".srx")) {
            return read(suite.textOf(iri), ResultSetLang.RS_XML);
        }
        if (iri.endsWith(".tsv")) {
            return read(suite.textOf(iri), ResultSetLang.RS_TSV);
        }
        if (iri.endsWith(".srj")) {
            return read(suite.textOf(iri), ResultSetLang.RS_JSON);
        }
        var model = ModelFactory.createModelForGraph(load(iri));
        var truth = model.listObjectsOfProperty(
                        ResourceFactory.createProperty("http://www.w3.org/2001/sw/DataAccess/tests/result-set#boolean"))
                .toList();
        return truth.isEmpty()
                ? new SPARQLResult(ResultSetFactory.makeRewindable(model))
                : new SPARQLResult(truth.getFirst().asLiteral().getBoolean());
    }

    private static SPARQLResult read(String text, Lang lang) {
        var result = ResultsReader.create()
                .lang(lang)
                .build()
                .readAny(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        return result.isResultSet() ? new SPARQLResult(ResultSetFactory.makeRewindable(result.getResultSet())) : result;
    }

    /** Compares rows; whether they are the same to the letter. */
    private static boolean compare(
            SPARQLResult expected, SPARQLResult actual, Query query, boolean isLax, String body) {
        var wanted = (ResultSetRewindable) expected.getResultSet();
        var got = (ResultSetRewindable) actual.getResultSet();
        same(Set.copyOf(wanted.getResultVars()).equals(Set.copyOf(got.getResultVars())), body);
        if (isLax) {
            same(distinct(wanted).equals(distinct(got)) && got.size() <= wanted.size(), body);
            return true;
        }
        boolean isExact = query.hasOrderBy()
                ? ResultsCompare.equalsByTermAndOrder(rewound(wanted), rewound(got))
                : ResultsCompare.equalsByTerm(rewound(wanted), rewound(got));
        same(
                isExact
                        || (query.hasOrderBy()
                                ? ResultsCompare.equalsByValueAndOrder(rewound(wanted), rewound(got))
                                : ResultsCompare.equalsByValue(rewound(wanted), rewound(got))),
                body);
        return isExact;
    }

    private static ResultSet rewound(ResultSetRewindable rows) {
        rows.reset();
        return rows;
    }

    private static Set<String> distinct(ResultSetRewindable rows) {
        var all = new HashSet<String>();
        rows.reset();
        rows.forEachRemaining(row -> all.add(row.toString()));
        return all;
    }

    private static void same(boolean isSame, String body) {
        if (!isSame) {
            throw new Different("The result differs: " + body.substring(0, Math.min(MOST_OF_BODY, body.length())));
        }
    }
}
