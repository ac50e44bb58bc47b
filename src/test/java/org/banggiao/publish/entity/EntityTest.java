package org.banggiao.publish.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTest {
    private static final String EVENT = "/id/event/k7m2q";
    private static final String BASE = "https://w3id.org/banggiao";
    private static final Map<String, Lang> DATA = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/ld+json", Lang.JSONLD,
            "application/rdf+xml", Lang.RDFXML,
            "application/n-triples", Lang.NTRIPLES,
            "application/trig", Lang.TRIG);
    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.of(PagesFixture.store(), Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/event/k7m2q",
                "/id/event/evil1",
                "/id/plan/p9x",
                "/id/instrument/h4n",
                "/id/aidflow/v5t",
                "/id/person/an-binh",
                "/id/country/finland",
                "/id/claim/c1a",
                "/id/passage/p1",
                "/id/source/one",
                "/id/sourcefile/f1",
                "/code/flowstage",
                "/code/flowstage/delivery",
                "/ontology",
                "/said"
            })
    void everyFormatSaysTheSame(String path) {
        var turtle = parse(service.get(path, "Accept", "text/turtle"), Lang.TURTLE);
        var subject = NodeFactory.createURI(BASE + path);
        assertThat(path.equals("/said")
                        || turtle.find(subject, Node.ANY, Node.ANY).hasNext())
                .isTrue();
        assertThat(turtle.isEmpty()).isFalse();
        DATA.forEach((mediaType, lang) -> {
            var response = service.get(path, "Accept", mediaType);
            assertThat(response.statusCode()).as(mediaType).isEqualTo(200);
            assertThat(contentType(response)).startsWith(mediaType);
            assertThat(parse(response, lang).isIsomorphicWith(turtle))
                    .as(path + " as " + mediaType + ": " + response.body())
                    .isTrue();
        });
        var page = service.get(path, "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(contentType(page)).isEqualTo("text/html;charset=utf-8");
        assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("</html>");
    }

    @Test
    void anEventComesWithItsPartsClaimsPassagesAndNames() {
        var graph = parse(service.get(EVENT + ".ttl"), Lang.TURTLE);
        for (String subject : List.of(
                "/id/event/k7m2q/participation/1",
                "/id/event/k7m2q/conflict/date",
                "/id/claim/c1a",
                "/id/claim/c2b",
                "/id/claim/c1a/naming/1",
                "/id/passage/p1",
                "/id/passage/p0",
                "/id/passage/p2/position")) {
            assertThat(graph.contains(NodeFactory.createURI(BASE + subject), Vocabulary.TYPE, Node.ANY))
                    .as(subject)
                    .isTrue();
        }
        var finland = NodeFactory.createURI(BASE + "/id/country/finland");
        assertThat(graph.contains(finland, Vocabulary.LABEL, NodeFactory.createLiteralLang("Phần Lan", "vi")))
                .isTrue();
        assertThat(graph.contains(finland, Vocabulary.RECORD_CODE, Node.ANY))
                .as("a neighbour is named, not described")
                .isFalse();
    }

    @Test
    void trigKeepsEachTripleInItsGraph() {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(service.get(EVENT + ".trig").body(), Lang.TRIG).parse(dataset);
        assertThat(dataset.getDefaultGraph().isEmpty()).isTrue();
        Set<String> graphs = new LinkedHashSet<>();
        dataset.listGraphNodes().forEachRemaining(g -> graphs.add(g.getURI()));
        assertThat(graphs)
                .contains(BASE + "/graph/top", BASE + "/graph/source/one", BASE + "/graph/source/two")
                .contains(BASE + "/graph/authority", BASE + "/graph/ontology");
        assertThat(dataset.contains(
                        NodeFactory.createURI(BASE + "/graph/source/two"),
                        NodeFactory.createURI(BASE + "/id/claim/c2b"),
                        Vocabulary.SAID_STATED_IN,
                        NodeFactory.createURI(BASE + "/id/passage/p2")))
                .isTrue();
    }

    @Test
    void turtleReadsWell() {
        var text = service.get("/id/aidflow/v5t.ttl").body();
        assertThat(text).startsWith("PREFIX bg:").contains("\naidflow:v5t\n    a bg:AidFlow, bg:ClaimedThing ;\n");
        assertThat(text.indexOf("aidflow:v5t\n")).isLessThan(text.indexOf("# What each passage claims"));
        assertThat(text.indexOf("/item/2>")).isLessThan(text.indexOf("/item/10>"));
        assertThat(text).doesNotContain("PREFIX rico:").contains("flowstage:commitment");
    }

    @Test
    void jsonLdReadsAsJson() {
        var text = service.get(EVENT + ".jsonld").body();
        assertThat(text.replaceAll("\\s+", ""))
                .contains("\"@id\":\"event:k7m2q\"")
                .contains("\"coversYear\":1983")
                .contains("\"page\":12")
                .doesNotContain("@value");
        assertThat(text).contains("\"Phần Lan\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/* | text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
                "text/turtle | text/turtle",
                "text/turtle;q=0.5, application/rdf+xml;q=0.9 | application/rdf+xml",
                "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,*/*;q=0.3 | text/turtle",
                "application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5,*/*;q=0.1 | application/rdf+xml",
                "application/rdf+xml, text/turtle, text/html;q=0.6, */*;q=0.1 | text/turtle",
                "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,text/html;q=0.2 | application/trig",
                "application/json | application/json",
                "application/ld+json, application/json;q=0.9 | application/ld+json",
                "application/* | application/ld+json",
                "text/*;q=0.4, text/turtle;q=0.1 | text/html",
                "text/html;q=0, */* | text/turtle",
                "text/turtle;q=0.5, */*;q=0.5 | text/turtle",
                "TEXT/TURTLE; charset=utf-8 | text/turtle",
                "application/rdf+xml;q=0.3, application/trig;q=0.31 | application/trig"
            })
    void acceptIsReadByItsWeights(String accept, String expected) {
        var response = service.get(EVENT, "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(contentType(response).replace(";charset=utf-8", "")).isEqualTo(expected);
        assertThat(TestService.header(response, "Vary").getFirst().toLowerCase(Locale.ROOT))
                .contains("accept,", "accept-language");
    }

    @Test
    void whoAcceptsNothingOfThisIsToldWhatThereIs() {
        for (String accept : List.of("image/png", "text/turtle;q=0", "application/pdf, audio/*")) {
            var response = service.get(EVENT, "Accept", accept);
            assertThat(response.statusCode()).as(accept).isEqualTo(406);
            assertThat(response.body())
                    .isEqualTo("406 No such format\n"
                            + "This resource comes as text/html (.html), text/turtle (.ttl), application/ld+json (.jsonld),"
                            + " application/rdf+xml (.rdf), application/n-triples (.nt), application/trig (.trig)."
                            + " Choose one by Accept, by the suffix, or by ?format= with the suffix's name.\n");
        }
        assertThat(service.get(EVENT + "?format=docx").statusCode()).isEqualTo(406);
    }

    @Test
    void suffixAndParameterWinOverAccept() {
        var suffix = service.get(EVENT + ".nt", "Accept", "text/html");
        assertThat(contentType(suffix)).isEqualTo("application/n-triples");
        assertThat(TestService.header(suffix, "Content-Location")).containsExactly("./k7m2q.nt");
        assertThat(contentType(service.get(EVENT + "?format=trig"))).isEqualTo("application/trig");
        assertThat(contentType(service.get(EVENT + "?format=text%2Fturtle"))).isEqualTo("text/turtle;charset=utf-8");
        assertThat(contentType(service.get(EVENT + ".ttl?format=jsonld"))).isEqualTo("application/ld+json");
    }

    @Test
    void theSameAnswerNeedNotBeSentAgain() {
        var first = service.get(EVENT + ".ttl");
        var tag = TestService.header(first, "ETag").getFirst();
        assertThat(tag).matches("W/\"[0-9a-f]+\"");
        for (String known : List.of(tag, tag.substring(2), "\"other\", " + tag, "*")) {
            var again = service.get(EVENT + ".ttl", "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(TestService.header(again, "ETag")).containsExactly(tag);
            assertThat(TestService.header(again, "Vary")).containsExactly("Accept, Accept-Profile, Accept-Language");
        }
        assertThat(service.get(EVENT + ".ttl", "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        assertThat(TestService.header(service.get(EVENT + ".nt"), "ETag")).doesNotContain(tag);
        assertThat(TestService.header(service.get(EVENT + ".html?lang=vi"), "ETag"))
                .isNotEqualTo(TestService.header(service.get(EVENT + ".html?lang=en"), "ETag"));
    }

    @Test
    void headSaysWhatGetWould() {
        for (String path : List.of(EVENT, EVENT + ".ttl", "/id/event/none", "/ontology.rdf")) {
            var get = service.get(path, "Accept", "text/html");
            var head =
                    service.send(service.request(path, "Accept", "text/html").method("HEAD", BodyPublishers.noBody()));
            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.body()).isEmpty();
            for (String name : List.of("Content-Type", "Content-Length", "ETag", "Vary", "Link", "Content-Location")) {
                assertThat(TestService.header(head, name))
                        .as(path + " " + name)
                        .isEqualTo(TestService.header(get, name));
            }
        }
    }

    @Test
    void linksLeadToFormatsLicenceAndAddress() {
        assertThat(TestService.header(service.get(EVENT), "Link"))
                .contains("<./k7m2q.ttl>; rel=\"alternate describedby\"; type=\"text/turtle\"; formats=\"" + BASE
                        + "/ontology\"")
                .contains("<./k7m2q.html>; rel=\"alternate\"; type=\"text/html\"")
                .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"")
                .contains("<" + BASE + EVENT + ">; rel=\"cite-as\"")
                .contains("<https://schema.org/Event>; rel=\"type\"")
                .contains("<../../#about>; rel=\"author\"")
                .contains("<./k7m2q.bib>; rel=\"describedby\"; type=\"application/x-bibtex\"")
                .contains("<../../dataset>; rel=\"collection\"; type=\"text/html\"")
                .contains("<./k7m2q.linkset>; rel=\"linkset\"; type=\"application/linkset+json\"");
        assertThat(TestService.header(service.get("/id/source/one"), "Link"))
                .contains("<../../id/sourcefile/f1>; rel=\"item\"");
        assertThat(TestService.header(service.get("/code/flowstage/delivery"), "Link"))
                .contains("<../../code/flowstage>; rel=\"collection\"");
        assertThat(TestService.header(service.get(EVENT, "Accept", "image/png"), "Link"))
                .as("who is refused finds the formats in the links")
                .contains("<./k7m2q.ttl>; rel=\"alternate describedby\"; type=\"text/turtle\"; formats=\"" + BASE
                        + "/ontology\"");
    }

    @Test
    void theLinksOfAResourceAreASetToo() {
        var response = service.get(EVENT, "Accept", "application/linkset+json");
        assertThat(contentType(response)).isEqualTo("application/linkset+json");
        assertThat(TestService.header(response, "Content-Location")).containsExactly("./k7m2q.linkset");
        var contexts = JSON.parse(response.body()).get("linkset").getAsArray();
        var here = service.url() + EVENT;
        var first = contexts.get(0).getAsObject();
        assertThat(first.getString("anchor")).isEqualTo(here);
        assertThat(first.keys())
                .contains("cite-as", "describedby", "type", "license", "author", "collection", "alternate");
        assertThat(first.get("cite-as").getAsArray().get(0).getAsObject().getString("href"))
                .isEqualTo(BASE + EVENT);
        // Every description leads back to what it describes, and every address of ours answers.
        for (var context : contexts) {
            var anchor = context.getAsObject().getString("anchor");
            assertThat(service.get(anchor.substring(service.url().length())).statusCode())
                    .as(anchor)
                    .isEqualTo(200);
            if (!anchor.equals(here)) {
                assertThat(context.getAsObject()
                                .get("describes")
                                .getAsArray()
                                .get(0)
                                .getAsObject()
                                .getString("href"))
                        .isEqualTo(here);
            }
        }
        for (var relation : first.keys()) {
            if (relation.equals("anchor")) {
                continue;
            }
            for (var target : first.get(relation).getAsArray()) {
                var href = target.getAsObject().getString("href");
                if (href.startsWith(service.url())) {
                    assertThat(service.get(href.substring(service.url().length()))
                                    .statusCode())
                            .as(relation + " " + href)
                            .isEqualTo(200);
                }
            }
        }
        var text = service.get(EVENT + ".links");
        assertThat(contentType(text)).isEqualTo("application/linkset");
        assertThat(text.body()).contains("<" + BASE + EVENT + ">; rel=\"cite-as\"; anchor=\"" + here + "\",\n");
        assertThat(JSON.parse(service.get("/code/flowstage.linkset").body())
                        .get("linkset")
                        .getAsArray()
                        .get(0)
                        .getAsObject()
                        .get("item")
                        .getAsArray())
                .as("all concepts of a list")
                .hasSizeGreaterThan(3);
    }

    @Test
    void aResourceIsCitedInEachForm() {
        var bibtex = service.get(EVENT, "Accept", "application/x-bibtex", "Accept-Language", "en");
        assertThat(contentType(bibtex)).isEqualTo("application/x-bibtex;charset=utf-8");
        assertThat(TestService.header(bibtex, "Content-Language")).containsExactly("en");
        assertThat(bibtex.body())
                .startsWith("@misc{event-k7m2q,\n  title = {{Visit: Vietnam, Finland, 1983}},\n")
                .contains("  url = {" + BASE + EVENT + "},\n")
                .contains("  note = {stated in Book One, page 12; stated in Book Two, sentence 5}\n}\n");
        var csl = JSON.parseAny(service.get(EVENT + ".csl?lang=vi").body())
                .getAsArray()
                .get(0)
                .getAsObject();
        assertThat(csl.getString("title")).isEqualTo("Chuyến thăm: Việt Nam, Phần Lan, 1983");
        assertThat(csl.getString("URL")).isEqualTo(BASE + EVENT);
        var ris = service.get(EVENT + "?format=ris&lang=en").body();
        assertThat(ris).startsWith("TY  - DATA\r\n").endsWith("ER  - \r\n").contains("UR  - " + BASE + EVENT + "\r\n");
        var evil = service.get("/id/event/evil1.bib?lang=vi").body();
        assertThat(evil).contains("title = {{<script>alert(1)</script> \"x\" \\& y}}");
        assertThat(contentType(service.get(EVENT, "Accept", "application/x-bibtex;q=0.5, text/html;q=0.6")))
                .startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id/person/An-Binh",
                "/id/person/%C3%A1n-b%C3%ACnh",
                "/id/person/a%CC%81n-bi%CC%80nh",
                "/id/person/%25C3%25A1n-b%25C3%25ACnh",
                "/id/person/%2525C3%2525A1n-binh",
                "/id/person/an_binh",
                "/id/person/an%20binh",
                "/id/person/an%20binh/",
                "/id/person/an-binh/",
                "/id/Person/AN%E2%80%90BINH",
                "/id/person/an%2Dbinh"
            })
    void everySpellingLeadsToTheOneAddress(String spelled) {
        var response = service.get(spelled, "Accept", "text/turtle");
        assertThat(response.statusCode()).as(spelled).isEqualTo(301);
        var location = TestService.header(response, "Location").getFirst();
        var target = URI.create(service.url() + spelled).resolve(location);
        assertThat(target.getPath()).isEqualTo("/id/person/an-binh");
        var file = spelled.replaceFirst("/$", "") + ".TTL";
        var withSuffix = service.get(file + "?lang=en");
        assertThat(withSuffix.statusCode()).isEqualTo(301);
        assertThat(URI.create(service.url() + file)
                        .resolve(TestService.header(withSuffix, "Location").getFirst()))
                .hasPath("/id/person/an-binh.ttl")
                .hasParameter("lang", "en");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/id//evil.example/person/an-binh",
                "/id/%252F%252Fevil.example/an-binh",
                "/id/person/an-binh%250D%250ALocation:%2520https:%252F%252Fevil.example",
                "/id/%252e%252e/person/an-binh",
                "/id/person/an-binh%2500",
                "/id/person/an-binh%253Fx"
            })
    void whatIsNoAddressLeadsNowhere(String path) {
        var response = service.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(404);
        assertThat(TestService.header(response, "Location")).isEmpty();
    }

    @Test
    void emptySegmentsAreLeftOut() {
        var response = service.get("/id//person//an-binh");
        assertThat(response.statusCode()).isEqualTo(301);
        assertThat(TestService.header(response, "Location")).containsExactly("../../../../id/person/an-binh");
    }

    @Test
    void whatWasMergedLeadsOnAndWhatWasWithdrawnIsGone() {
        for (String suffix : List.of("", ".ttl", ".html", ".bib")) {
            var merged = service.get("/id/event/old1" + suffix + "?lang=en");
            assertThat(merged.statusCode()).isEqualTo(301);
            assertThat(TestService.header(merged, "Location"))
                    .containsExactly("../../id/event/k7m2q" + suffix + "?lang=en");
        }
        var gone = service.get("/id/event/gone1", "Accept", "application/json");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(contentType(gone)).isEqualTo("application/problem+json");
        assertThat(JSON.parse(gone.body()).getString("reason")).isEqualTo("two visits were read as one");
        assertThat(service.get("/id/event/gone1", "Accept", "text/turtle").body())
                .contains("problem:reason \"two visits were read as one\"");
        assertThat(service.get("/id/event/gone1.ttl").statusCode()).isEqualTo(410);
        assertThat(service.get("/id/event/gone1", "Accept", "text/html", "Accept-Language", "vi")
                        .body())
                .contains("<h1>Mục này đã được rút</h1>", "<span lang=\"en\">two visits were read as one</span>");
        assertThat(service.get("/id/event/gone2?lang=vi", "Accept", "text/html").body())
                .contains(
                        "<span lang=\"vi\">Khi đọc lại văn bản, tại chỗ từng dẫn không còn tìm thấy điều này.</span>");
        assertThat(service.get("/id/event/gone2?lang=en", "Accept", "text/html").body())
                .contains("<span lang=\"en\">When the text was read anew");
        assertThat(service.get("/id/event/Gone1").statusCode()).isEqualTo(301);
    }

    @ParameterizedTest
    @CsvSource({
        ".ttl, application/json, text/turtle;charset=utf-8",
        ".nt, text/html, text/turtle;charset=utf-8",
        ".jsonld, text/turtle, application/problem+json",
        ".html, application/json, text/html;charset=utf-8",
        ".csl, text/html, application/problem+json",
        ".bib, text/html, text/plain;charset=utf-8",
        "?format=ttl, text/html, text/turtle;charset=utf-8",
        "'', text/html, text/html;charset=utf-8"
    })
    void aProblemComesInTheFormThatTheAddressNames(String end, String accept, String expected) {
        assertThat(contentType(service.get("/id/event/gone1" + end, "Accept", accept)))
                .isEqualTo(expected);
        assertThat(contentType(service.get("/id/event/nowhere" + end, "Accept", accept)))
                .isEqualTo(expected);
    }

    @Test
    void aGraphInAFormatOfDataHasTheLinksOfItsPage() {
        var links = TestService.header(service.get("/graph/authority.ttl"), "Link");
        assertThat(links)
                .containsAll(TestService.header(service.get("/graph/authority", "Accept", "text/html"), "Link"));
        assertThat(links)
                .contains("<" + BASE + "/graph/authority>; rel=\"cite-as\"")
                .anyMatch(l -> l.startsWith("<./authority.trig>; rel=\"alternate describedby\""))
                .anyMatch(l -> l.contains("well-known/void"));
    }

    @Test
    void aPlaceIsShownByItsCoordinates() {
        try (var other = TestService.of(TestService.store("""
                        PREFIX bg: <https://w3id.org/banggiao/ontology#>
                        PREFIX geo: <http://www.opengis.net/ont/geosparql#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX place: <https://w3id.org/banggiao/id/place/>
                        GRAPH <https://w3id.org/banggiao/graph/top> {
                          place:cape a bg:Place ; rdfs:label "Cape"@en ;
                            geo:hasGeometry <https://w3id.org/banggiao/id/place/cape/geometry> .
                          <https://w3id.org/banggiao/id/place/cape/geometry> a geo:Geometry ;
                            geo:asWKT "POINT(-24.90 60.1699)"^^geo:wktLiteral .
                          <https://w3id.org/banggiao/id/event/e1> a bg:Event ; rdfs:label "Visit"@en ; bg:place place:cape .
                        }"""), Map.of())) {
            assertThat(other.get("/id/place/cape?lang=en", "Accept", "text/html")
                            .body())
                    .contains(">Coordinates<", "60.1699° N, 24.9° W", "/map/thing?with=place%3Acape");
            assertThat(other.get("/id/place/cape?lang=vi", "Accept", "text/html")
                            .body())
                    .contains(">Tọa độ<", "60,1699° vĩ Bắc, 24,9° kinh Tây")
                    .doesNotContain("cape/geometry</a>");
        }
    }

    @Test
    void whatIsNotThereHelps() {
        var response = service.get("/id/country/finnland", "Accept", "application/json");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(contentType(response)).isEqualTo("application/problem+json");
        assertThat(response.body()).contains("\"/id/country/finland\"");
        assertThat(service.get("/id/event/k7m2p").body()).contains("/id/event/k7m2q");
        assertThat(service.get("/id/country/ph%E1%BA%A7n-lan").body()).contains("/id/country/finland");
        for (String path :
                List.of("/id/event/", "/id", "/id/event/none.ttl", "/id/a%20b%3Cc%3E", "/graph/none", "/code/x")) {
            assertThat(service.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void onlyReadingIsAllowed() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
            var response = service.send(service.request(EVENT).method(method, BodyPublishers.ofString("x")));
            assertThat(response.statusCode()).as(method).isEqualTo(405);
            assertThat(TestService.header(response, "Allow").toString()).contains("GET");
        }
    }

    @Test
    void theSameBytesEachTime() {
        try (var other = TestService.of(PagesFixture.store(), Map.of())) {
            for (String suffix : List.of(".ttl", ".jsonld", ".rdf", ".nt", ".trig", ".html")) {
                assertThat(other.get(EVENT + suffix).body())
                        .as(suffix)
                        .isEqualTo(service.get(EVENT + suffix).body());
            }
        }
    }

    private static Graph parse(HttpResponse<String> response, Lang lang) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(response.body(), lang).base("http://example.org/").parse(dataset);
        Graph all = GraphFactory.createDefaultGraph();
        dataset.find().forEachRemaining(quad -> all.add(quad.asTriple()));
        return all;
    }

    private static String contentType(HttpResponse<?> response) {
        return String.join("", TestService.header(response, "Content-Type"));
    }
}
