package org.banggiao.conformance;

import static org.banggiao.conformance.Case.mf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.banggiao.conformance.Verdict.Subject;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;

/** The cases that say which requests are sent, one after another, and what comes back: protocol and graph store. */
final class HttpCases {
    /** What base IRI the service needs for the addresses of the graph store cases. */
    static final String BASE = "http://www.example/";

    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    /** The graph that cases of the protocol ask, and of which the suite gives no content. */
    private static final String UNSAID = "http://kasei.us/2009/09/sparql/data/data0.rdf";

    private static final Set<String> ROW_TYPES = Set.of(
            "application/sparql-results+json",
            "application/sparql-results+xml",
            "text/csv",
            "text/tab-separated-values");
    private static final Set<String> TRUTH_TYPES =
            Set.of("application/sparql-results+json", "application/sparql-results+xml");

    private final Suite suite;
    private final SwitchSource source;
    private final TestService service;
    private final WritableInstance writable;
    private final HttpClient client = HttpClient.newHttpClient();

    HttpCases(Suite suite, SwitchSource source, TestService service, WritableInstance writable) {
        this.suite = suite;
        this.source = source;
        this.service = service;
        this.writable = writable;
    }

    /** Runs a case against the service, and where it writes, against the writable instance too. */
    List<Verdict> run(Case test) {
        var requests = requests(test);
        boolean writes = !test.iri().contains("#bad_") && requests.stream().anyMatch(r -> !r.isReading());
        source.use(MemoryStore.of(data(test)));
        if (!writes) {
            return List.of(verdict(test, requests, Subject.SERVICE));
        }
        var refused =
                send(requests.stream().filter(r -> !r.isReading()).findFirst().orElseThrow(), "", service.url());
        var readOnly = refused.statusCode() / 100 == 4
                ? Verdict.inapplicable(
                        test,
                        Subject.SERVICE,
                        "The service only reads; what writes is refused with " + refused.statusCode() + ".")
                : Verdict.failed(test, Subject.SERVICE, "A request that writes got " + refused.statusCode() + ".");
        writable.clear();
        source.use(writable.store());
        var written = verdict(test, requests, Subject.WRITABLE);
        boolean isOptional = test.resource().hasProperty(mf("requires"), mf("POSTGraphCreation"))
                && written.outcome() == Verdict.Outcome.FAILED;
        return List.of(
                readOnly,
                isOptional
                        ? Verdict.inapplicable(
                                test, Subject.WRITABLE, "The test instance does not name graphs that are posted.")
                        : written);
    }

    private List<Quad> data(Case test) {
        var quads = new ArrayList<Quad>();
        for (var given : test.resource()
                .listProperties(ResourceFactory.createProperty(UT + "graphData"))
                .toList()) {
            var name = given.getResource().getProperty(RDFS.label).getString();
            var file = given.getResource()
                    .getPropertyResourceValue(ResourceFactory.createProperty(UT + "graph"))
                    .getURI();
            parse(suite.textOf(file), "text/turtle")
                    .find()
                    .forEach(t -> quads.add(Quad.create(NodeFactory.createURI(name), t)));
        }
        var unsaid = NodeFactory.createURI(UNSAID);
        quads.add(Quad.create(
                unsaid,
                Triple.create(unsaid, RDF.type.asNode(), NodeFactory.createURI("http://xmlns.com/foaf/0.1/Document"))));
        return quads;
    }

    private Verdict verdict(Case test, List<Request> requests, Subject subject) {
        var location = "";
        int number = 0;
        for (var request : requests) {
            number++;
            boolean toWriter = subject == Subject.WRITABLE && !request.isReading();
            var response = send(request, location, toWriter ? writable.url() : service.url());
            if (toWriter) {
                source.use(writable.store());
            }
            location = response.headers().firstValue("Location").orElse(location);
            var wrong = wrong(request, response);
            if (!wrong.isEmpty()) {
                return Verdict.failed(test, subject, "Request " + number + ": " + wrong);
            }
        }
        return Verdict.passed(test, subject);
    }

    private static String wrong(Request request, HttpResponse<byte[]> response) {
        var expected = request.resource().getPropertyResourceValue(ht("resp"));
        int status = response.statusCode();
        var statuses = expected.listProperties(mf("expectedStatus")).toList().stream()
                .map(s -> s.getResource().getLocalName())
                .sorted()
                .toList();
        if (statuses.stream().noneMatch(s -> isStatus(s, status))) {
            return "status " + status + " instead of " + String.join(" or ", statuses);
        }
        var type = response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .split(";")[0]
                .strip();
        if (expected.hasProperty(mf("expectedFormat"))) {
            var format = expected.getProperty(mf("expectedFormat")).getString();
            boolean isRight = switch (format) {
                case "boolean" -> TRUTH_TYPES.contains(type);
                case "tabular" -> ROW_TYPES.contains(type);
                default -> RDFLanguages.contentTypeToLang(type) != null;
            };
            if (!isRight) {
                return "content type " + type + " for " + format;
            }
        }
        var body = new String(response.body(), StandardCharsets.UTF_8);
        if (expected.hasProperty(mf("expectedBoolean"))) {
            boolean truth = expected.getProperty(mf("expectedBoolean")).getBoolean();
            if (!body.replaceAll("\\s+", "").contains("\"boolean\":" + truth)) {
                return "not " + truth + ": " + body;
            }
        }
        for (var header : headers(expected)) {
            var actual = response.headers().firstValue(header.name()).orElse("");
            if (!bare(actual).equals(bare(header.value()))) {
                return header.name() + " " + actual + " instead of " + header.value();
            }
        }
        if (expected.hasProperty(ht("body"))) {
            var wanted = parse(chars(expected), "text/turtle");
            try {
                return parse(body, type).isIsomorphicWith(wanted) ? "" : "another graph: " + body;
            } catch (RiotException e) {
                return "no RDF: " + e.getMessage();
            }
        }
        return "";
    }

    private static boolean isStatus(String expected, int status) {
        return switch (expected) {
            case "OK" -> status == 200;
            case "Created" -> status == 201;
            case "NoContent" -> status == 204;
            case "NotFound" -> status == 404;
            default -> expected.equals("StatusCode" + status / 100 + "xx");
        };
    }

    private static String bare(String header) {
        return header.toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private static Graph parse(String text, String type) {
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        text,
                        RDFLanguages.contentTypeToLang(type) == null
                                ? Lang.TURTLE
                                : RDFLanguages.contentTypeToLang(type))
                .base(BASE)
                .parse(graph);
        return graph;
    }

    private HttpResponse<byte[]> send(Request request, String location, String url) {
        var path = request.path().replace("$LOCATION$", TestService.encode(location));
        boolean isDirect = path.startsWith("/gsp/");
        if (isDirect) {
            path = path.replaceFirst("^/gsp/", "/graph/");
            if (url.equals(writable.url())) {
                path = "/sparql?graph=" + TestService.encode(BASE + path.substring(1));
            }
        }
        path = path.replaceFirst("^/(sparql/|gsp)", "/sparql");
        var builder = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
        headers(request.resource()).forEach(h -> builder.header(h.name(), h.value()));
        builder.method(
                request.method(),
                request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        try {
            return client.send(builder.build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<Request> requests(Case test) {
        return test
                .resource()
                .getPropertyResourceValue(mf("action"))
                .getPropertyResourceValue(ht("requests"))
                .as(RDFList.class)
                .asJavaList()
                .stream()
                .map(r -> new Request(r.asResource()))
                .toList();
    }

    private static Property ht(String name) {
        return ResourceFactory.createProperty(HT + name);
    }

    private record Header(String name, String value) {}

    private static List<Header> headers(Resource message) {
        var list = message.getPropertyResourceValue(ht("headers"));
        return list == null
                ? List.of()
                : list.as(RDFList.class).asJavaList().stream()
                        .map(h -> new Header(
                                h.asResource().getProperty(ht("fieldName")).getString(),
                                h.asResource().getProperty(ht("fieldValue")).getString()))
                        .toList();
    }

    private static String chars(Resource message) {
        return message.getPropertyResourceValue(ht("body"))
                .getProperty(ResourceFactory.createProperty(CNT + "chars"))
                .getString();
    }

    /** One request of a case. */
    private record Request(Resource resource) {
        String method() {
            return resource.getProperty(ht("methodName")).getString();
        }

        String path() {
            return resource.getProperty(ht("absolutePath")).getString();
        }

        byte[] body() {
            var content = resource.getPropertyResourceValue(ht("body"));
            return content == null
                    ? new byte[0]
                    : chars(resource)
                            .getBytes(Charset.forName(
                                    content.getProperty(ResourceFactory.createProperty(CNT + "characterEncoding"))
                                            .getString()));
        }

        /** Whether it asks for something, and does not change anything. */
        boolean isReading() {
            var types = headers(resource).stream()
                    .filter(h -> h.name().equalsIgnoreCase("content-type"))
                    .map(Header::value)
                    .collect(Collectors.joining());
            return switch (method()) {
                case "GET", "HEAD" -> true;
                case "POST" ->
                    types.startsWith("application/sparql-query")
                            || (types.startsWith("application/x-www-form-urlencoded")
                                    && chars(resource).startsWith("query="));
                default -> false;
            };
        }
    }
}
