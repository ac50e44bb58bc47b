package org.banggiao.publish.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Descriptions in the terms of RiC-O, by Content Negotiation by Profile. The facts of {@code rico-1.1.tsv} are those of the ontology
 * of the International Council on Archives, version 1.1: its classes and properties, superclasses, domains and ranges.
 */
class ProfileTest {
    private static final String INSTRUMENT = "/id/instrument/h4n";
    private static final String RICO = "https://www.ica.org/standards/RiC/ontology#";
    private static final String PROFILE = "https://www.ica.org/standards/RiC/ontology";
    private static final String OWN = "https://w3id.org/banggiao/ontology";
    private static final String BASE = "https://w3id.org/banggiao";
    private static TestService service;
    private static final Map<String, String> KIND = new HashMap<>();
    private static final Map<String, List<String>> DOMAIN = new HashMap<>();
    private static final Map<String, List<String>> RANGE = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        service = TestService.of(PagesFixture.store(), Map.of());
        try (var in = Objects.requireNonNull(ProfileTest.class.getResourceAsStream("rico-1.1.tsv"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> {
                        KIND.put(cells[1], cells[0]);
                        DOMAIN.put(cells[1], names(cells[2]));
                        RANGE.put(cells[1], names(cells[3]));
                    });
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static List<String> names(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/instrument/h4n",
                "/id/event/k7m2q",
                "/id/event/evil1",
                "/id/source/one",
                "/id/sourcefile/f1",
                "/id/country/finland",
                "/id/person/an-binh",
                "/id/place/helsinki"
            })
    void everyTermIsOneOfTheOntologyAndStandsWhereItMay(String path) {
        var graph = graph(service.get(path + ".nt?_profile=rico"), Lang.NTRIPLES);
        assertThat(graph.size()).isGreaterThan(2);
        assertThat(types(graph, NodeFactory.createURI(BASE + path))).as(path).isNotEmpty();
        graph.find().forEachRemaining(triple -> {
            var property = triple.getPredicate().getURI();
            if (triple.getPredicate().equals(RDF.type.asNode())) {
                assertThat(KIND.get(triple.getObject().getURI().substring(RICO.length())))
                        .as(triple.toString())
                        .isEqualTo("class");
                return;
            }
            if (property.equals("http://www.w3.org/2000/01/rdf-schema#label")) {
                return;
            }
            assertThat(property).startsWith(RICO);
            var name = property.substring(RICO.length());
            assertThat(KIND.get(name))
                    .as(triple.toString())
                    .isEqualTo(triple.getObject().isLiteral() ? "datatype" : "object");
            stands(graph, triple.getSubject(), DOMAIN.get(name), triple.toString());
            if (local(triple.getObject())) {
                stands(graph, triple.getObject(), RANGE.get(name), triple.toString());
            }
        });
    }

    private static boolean local(Node node) {
        return node.isURI() && node.getURI().startsWith(BASE);
    }

    /** A subject is an instance of one of the classes, by its types and what these are kinds of. */
    private static void stands(Graph graph, Node node, List<String> classes, String where) {
        if (classes.isEmpty() || classes.equals(List.of("Thing"))) {
            return;
        }
        assertThat(types(graph, node)).as(where).containsAnyElementsOf(classes);
    }

    private static Set<String> types(Graph graph, Node node) {
        var found = new HashSet<String>();
        var edge = new ArrayList<String>();
        graph.find(node, RDF.type.asNode(), Node.ANY)
                .forEachRemaining(t -> edge.add(t.getObject().getURI().substring(RICO.length())));
        while (!edge.isEmpty()) {
            var next = edge.removeLast();
            if (found.add(next)) {
                edge.addAll(DOMAIN.getOrDefault(next, List.of()));
            }
        }
        return found;
    }

    @Test
    void anAgreementIsARecordWithItsDateItsPartiesAndItsSource() {
        var response = service.get(INSTRUMENT + "?profile=rico", "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("instrument:h4n\n    a rico:Record ;")
                .contains("rico:hasCreator country:finland, country:vietnam ;")
                .contains("rico:hasAuthor person:an-binh ;")
                .contains("rico:isAssociatedWithPlace place:helsinki ;")
                .contains("rico:isOrWasDescribedBy source:one ;")
                .contains("rico:hasDocumentaryFormType instrumenttype:agreement ;")
                .contains("rico:normalizedDateValue \"1984-05-02\"^^edtf:EDTF")
                .contains("person:an-binh\n    a rico:Agent, rico:Person ;")
                .contains("\"Hiệp định về thuyền bè\"@vi")
                .doesNotContain(" bg:");
        assertThat(service.get("/id/source/one.ttl?_profile=rico").body())
                .contains("source:one\n    a rico:Record ;")
                .contains("rico:name \"Người Viết\"")
                .contains("rico:hasOrHadDigitalInstantiation sourcefile:f1 ;");
    }

    @ParameterizedTest
    @CsvSource({
        "ttl, text/turtle;charset=utf-8",
        "jsonld, application/ld+json",
        "nt, application/n-triples",
        "rdf, application/rdf+xml",
        "trig, application/trig"
    })
    void itComesInEveryFormatOfDataAndSaysTheSame(String suffix, String mediaType) {
        var named = service.get(INSTRUMENT + "." + suffix + "?_profile=rico");
        assertThat(TestService.header(named, "Content-Type")).containsExactly(mediaType);
        var asked = service.get(
                INSTRUMENT, "Accept", mediaType.replaceFirst(";.*", ""), "Accept-Profile", "<" + PROFILE + ">");
        assertThat(asked.body()).isEqualTo(named.body());
        for (var response : List.of(named, asked)) {
            assertThat(TestService.header(response, "Content-Location"))
                    .containsExactly("./h4n." + suffix + "?_profile=rico");
        }
        var lang = Map.of(
                        "ttl",
                        Lang.TURTLE,
                        "jsonld",
                        Lang.JSONLD,
                        "nt",
                        Lang.NTRIPLES,
                        "rdf",
                        Lang.RDFXML,
                        "trig",
                        Lang.TRIG)
                .get(suffix);
        assertThat(graph(named, lang)
                        .isIsomorphicWith(graph(service.get(INSTRUMENT + ".nt?_profile=rico"), Lang.NTRIPLES)))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?_profile=rico | rico",
                "?profile=rico | rico",
                "?_profile=%3Chttps://www.ica.org/standards/RiC/ontology%3E | rico",
                "?_profile=https://www.ica.org/standards/RiC/ontology/1.1 | rico",
                "?_profile=nothing,rico,own | rico",
                "?_profile=own | own",
                "?profile= | own",
                "'' | own"
            })
    void theProfileIsToldByLink(String query, String expected) {
        var response = service.get(INSTRUMENT + query, "Accept", "text/turtle");
        var uri = expected.equals("rico") ? PROFILE : OWN;
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(TestService.header(response, "Link")).contains("<" + uri + ">; rel=\"profile\"");
        assertThat(TestService.header(response, "Content-Profile")).containsExactly("<" + uri + ">");
        assertThat(TestService.header(response, "Vary").toString()).containsIgnoringCase("Accept-Profile");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<https://www.ica.org/standards/RiC/ontology> | rico",
                "<https://www.ica.org/standards/RiC/ontology>;q=0.4, <https://w3id.org/banggiao/ontology>;q=0.9 | own",
                "<urn:example:nothing>, <https://www.ica.org/standards/RiC/ontology>;q=0.1 | rico",
                "<urn:example:nothing> | own",
                "<https://www.ica.org/standards/RiC/ontology>;q=0 | own",
                "rico | own",
                ",;q=<>, | own"
            })
    void aHeaderIsWeighedAndWhatIsNotThereIsPassedOver(String header, String expected) {
        var response = service.get(INSTRUMENT, "Accept", "text/turtle", "Accept-Profile", header);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(TestService.header(response, "Content-Profile"))
                .containsExactly("<" + (expected.equals("rico") ? PROFILE : OWN) + ">");
    }

    @Test
    void queriesComeBeforeHeadersAndPagesAfterData() {
        var header = "<" + PROFILE + ">";
        assertThat(TestService.header(
                        service.get(INSTRUMENT + "?_profile=own", "Accept", "text/turtle", "Accept-Profile", header),
                        "Content-Profile"))
                .containsExactly("<" + OWN + ">");
        var browser = "text/html,application/xhtml+xml,*/*;q=0.8";
        assertThat(TestService.header(service.get(INSTRUMENT + "?profile=rico", "Accept", browser), "Content-Type"))
                .containsExactly("text/turtle;charset=utf-8");
        var page = service.get(INSTRUMENT, "Accept", "text/html", "Accept-Profile", header);
        assertThat(TestService.header(page, "Content-Type")).containsExactly("text/html;charset=utf-8");
        assertThat(TestService.header(page, "Content-Profile")).isEmpty();
        assertThat(service.get(INSTRUMENT + ".html?_profile=rico").statusCode()).isEqualTo(406);
        assertThat(service.get(INSTRUMENT + ".bib?_profile=rico").statusCode()).isEqualTo(200);
        assertThat(service.get(INSTRUMENT + "?_profile=rico&_mediatype=application/n-triples", "Accept", "text/html")
                        .body())
                .startsWith("<https://w3id.org/");
    }

    @Test
    void whatIsNotThereIsRefusedWithTheList() {
        var response = service.get(INSTRUMENT + "?_profile=dcat", "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(response.body())
                .contains("no-such-profile")
                .contains("\"own <" + OWN + ">\"", "\"rico <" + PROFILE + ">\"")
                .contains("dcat");
        var page = service.get(INSTRUMENT + "?_profile=%3Cscript%3E&lang=vi", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(406);
        assertThat(page.body()).doesNotContain("<script>,").contains("Không có theo mô hình này");
        assertThat(service.get("/id/aidflow/v5t?_profile=dcat", "Accept", "text/turtle")
                        .statusCode())
                .as("where there is no choice, nothing is chosen")
                .isEqualTo(200);
    }

    @Test
    void theListOfProfilesIsTold() {
        var response = service.get(INSTRUMENT + "?_profile=alt");
        assertThat(response.statusCode()).isEqualTo(200);
        var links = TestService.header(response, "Link");
        assertThat(links)
                .contains("<http://www.w3.org/ns/dx/connegp/profile/qsa>; rel=\"profile\"")
                .contains("<" + BASE + INSTRUMENT + ">; rel=\"canonical\"; type=\"text/html\"")
                .contains("<./h4n.ttl?_profile=rico>; rel=\"alternate\"; type=\"text/turtle\"; formats=\"" + PROFILE
                        + "\"")
                .contains("<./h4n.ttl>; rel=\"alternate describedby\"; type=\"text/turtle\"; formats=\"" + OWN + "\"")
                .contains("<http://www.w3.org/ns/dx/prof/Profile>; rel=\"type\"; token=\"rico\"; anchor=\"" + PROFILE
                        + "\"");
        assertThat(links).containsAll(TestService.header(service.get(INSTRUMENT + ".html"), "Link"));
        var graph = graph(response, Lang.TURTLE);
        assertThat(graph.contains(
                        NodeFactory.createURI(BASE + INSTRUMENT),
                        NodeFactory.createURI("http://www.w3.org/ns/dx/connegp/altr#hasRepresentation"),
                        NodeFactory.createURI(BASE + INSTRUMENT + ".ttl?_profile=rico")))
                .isTrue();
    }

    @Test
    void keptAnswersOfProfilesAreNotMixed() {
        for (int i = 0; i < 2; i++) {
            var own = service.get("/id/source/two", "Accept", "text/turtle");
            var rico = service.get("/id/source/two", "Accept", "text/turtle", "Accept-Profile", "<" + PROFILE + ">");
            assertThat(own.body()).contains("bg:Source").doesNotContain("rico:");
            assertThat(rico.body()).contains("rico:Record").doesNotContain(" bg:");
            assertThat(TestService.header(own, "ETag")).isNotEqualTo(TestService.header(rico, "ETag"));
            var again = service.get(
                    "/id/source/two",
                    "Accept",
                    "text/turtle",
                    "Accept-Profile",
                    "<" + PROFILE + ">",
                    "If-None-Match",
                    TestService.header(rico, "ETag").getFirst());
            assertThat(again.statusCode()).isEqualTo(304);
        }
    }

    @Test
    void thePageNamesIt() {
        assertThat(service.get(INSTRUMENT + "?lang=en", "Accept", "text/html").body())
                .contains("<a href=\"../../id/instrument/h4n.ttl?_profile=rico\" type=\"text/turtle\">RiC-O</a>");
        assertThat(service.get("/id/aidflow/v5t?lang=en", "Accept", "text/html").body())
                .doesNotContain("RiC-O");
    }

    private static Graph graph(HttpResponse<String> response, Lang lang) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(response.body(), lang).base("http://example.org/").parse(dataset);
        Graph all = GraphFactory.createDefaultGraph();
        dataset.find().forEachRemaining(quad -> all.add(quad.asTriple()));
        return all;
    }
}
