package org.banggiao.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.header;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.dump.ChangesPart;
import org.banggiao.publish.dump.DumpPart;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another project publishes its own graph under its own name by settings alone, and nothing of ours shows. */
class OtherProjectTest {
    private static final String BASE = "https://graph.example.org/data/";

    @TempDir
    private static Path folder;

    private static TestService service;

    @BeforeAll
    static void start() {
        var data = DatasetGraphFactory.create();
        RDFParser.fromString("""
                        PREFIX bg: <https://w3id.org/banggiao/ontology#>
                        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                        PREFIX edtf: <http://id.loc.gov/datatypes/edtf/>
                        PREFIX : <https://graph.example.org/data/id/>
                        GRAPH <https://graph.example.org/data/graph/top> {
                            <https://graph.example.org/data/id/event/e1> a bg:Event, bg:Visit ; rdfs:label "A visit"@en ;
                                bg:date "1901-02-03"^^edtf:EDTF ; bg:coversYear 1901 ; bg:year 1901 ;
                                bg:participant <https://graph.example.org/data/id/country/utopia> ;
                                bg:participantCountry <https://graph.example.org/data/id/country/utopia> .
                            <https://graph.example.org/data/id/country/utopia> a bg:Country ; rdfs:label "Utopia"@en .
                        }
                        """, Lang.TRIG).parse(data);
        var unused = Releases.in(folder).make(scratch -> {
            var quads = new SortedQuads(scratch);
            var all = new ArrayList<Quad>();
            data.find().forEachRemaining(all::add);
            for (var quad : all) {
                quads.add(quad);
            }
            return new ReleaseContent(
                    quads, new TreeMap<>(), new TreeMap<>(), List.of(new DumpPart(BASE), new ChangesPart()));
        });
        service = TestService.of(
                CurrentRelease.follow(folder, Duration.ofDays(1)),
                Map.of(
                        "banggiao.title", "Utopian Relations",
                        "banggiao.base-iri", BASE,
                        "banggiao.languages", "en",
                        "banggiao.about.heading.en", "Whom Utopia met",
                        "banggiao.about.description.en", "Visits of an invented country.",
                        "banggiao.licence.name", "CC0 1.0",
                        "banggiao.licence.url", "https://creativecommons.org/publicdomain/zero/1.0/",
                        "banggiao.licence.spdx", "CC0-1.0",
                        "banggiao.publisher.name", "University of Utopia",
                        "banggiao.accent", "#1f5f3a"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** What is left when the addresses of the vocabularies that the program brings, and the name of its style sheet, are gone. */
    private static String own(String body) {
        return body.replace("https%3A%2F%2Fw3id.org%2Fbanggiao%2F", "https://w3id.org/banggiao/")
                .replaceAll(
                        "https://w3id\\.org/banggiao/(ontology|said|code|search|shape|conformance|sparql-examples)",
                        "VOCABULARY")
                .replace("/banggiao.css", "/style.css");
    }

    private static String get(String path, String accept, int status) {
        var response = service.get(path, "Accept", accept);
        assertThat(response.statusCode()).as(path).isEqualTo(status);
        var links = String.join("\n", header(response, "Link"));
        assertThat(own(links)).as(path).doesNotContainIgnoringCase("banggiao").doesNotContain("licenses/by/4.0");
        return response.body();
    }

    private static void nothingOfOurs(String body, String where) {
        assertThat(own(body))
                .as(where)
                .doesNotContainIgnoringCase("banggiao")
                .doesNotContain(
                        "licenses/by/4.0",
                        "CC BY",
                        "CC-BY",
                        "are not republished",
                        "history texts",
                        "lang=vi",
                        "Tiếng Việt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/dataset",
                "/dataset/releases",
                "/browse/event",
                "/browse/country",
                "/id/event/e1",
                "/id/country/utopia",
                "/query",
                "/search?q=utopia",
                "/graph/top"
            })
    void pagesBearItsName(String path) {
        var page = get(path, "text/html", 200);
        nothingOfOurs(page, path);
        assertThat(page)
                .contains("Utopian Relations", "<html lang=\"en\">")
                .contains("<a rel=\"license\" href=\"https://creativecommons.org/publicdomain/zero/1.0/\">CC0 1.0</a>")
                .doesNotContain("/questions");
    }

    @Test
    void theStartPageSaysWhatItSays() {
        assertThat(get("/", "text/html", 200)).contains("<h1>Whom Utopia met</h1>", "Visits of an invented country.");
    }

    @Test
    void descriptionsBearItsName() {
        for (var path : List.of("/sparql", "/.well-known/void", "/dataset", "/id/event/e1")) {
            var turtle = get(path, "text/turtle", 200);
            nothingOfOurs(turtle, path);
        }
        assertThat(get("/dataset", "text/turtle", 200))
                .contains("\"Utopian Relations\"", "\"University of Utopia\"", "publicdomain/zero/1.0/", BASE);
        assertThat(get("/dataset", "text/html", 200)).contains("license: CC0-1.0", "University of Utopia");
        assertThat(get("/.well-known/void", "text/turtle", 200))
                .contains("Utopian Relations", "publicdomain/zero/1.0/");
    }

    @Test
    void problemsBearItsName() {
        for (var accept : List.of("text/html", "application/json", "text/turtle", "text/plain")) {
            for (var path : List.of("/nothing", "/id/event/none", "/questions", "/dataset/releases/0123456789abcdef")) {
                nothingOfOurs(get(path, accept, 404), path + " " + accept);
            }
            nothingOfOurs(get("/sparql?query=nonsense&format=json", accept, 400), "/sparql " + accept);
        }
        assertThat(get("/id/event/none", "application/json", 404)).contains(BASE + "problem/no-such-resource");
    }

    @Test
    void filesAndMapsOfTheSiteBearItsAddresses() {
        nothingOfOurs(get("/sitemap-1.xml", "*/*", 200), "sitemap");
        nothingOfOurs(get("/robots.txt", "*/*", 200), "robots");
        var release = service.get("/dataset.nt").body();
        var id = release.replaceAll("(?s).*dataset/releases/([0-9a-f]{16}).*", "$1");
        nothingOfOurs(get("/dataset/releases/" + id + "/events.csv", "*/*", 200), "events.csv");
        assertThat(get("/dataset/releases/" + id + "/events.csv", "*/*", 200)).contains(BASE + "id/event/e1");
    }

    @Test
    void itsColourIsThatOfTheStyleSheet() {
        var page = get("/", "text/html", 200);
        var style = page.replaceAll("(?s).*<link rel=\"stylesheet\" href=\"\\.(/assets/[^\"]+)\".*", "$1");
        assertThat(service.get(style).body()).contains("--accent: #1f5f3a");
    }
}
