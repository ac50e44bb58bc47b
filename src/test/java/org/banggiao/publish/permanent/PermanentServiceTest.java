package org.banggiao.publish.permanent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.json.JSON;
import org.banggiao.issue.FaultException;
import org.banggiao.publish.TestService;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.RdfFile;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Queries at their own addresses, as clients see them, over releases that change. */
class PermanentServiceTest {
    private static final String QUERY = "# Values \"of\" p_1 & more\nSELECT ?o { ?s <http://example.org/p> ?o }";
    private static final String BASE = "https://w3id.org/banggiao/";

    @TempDir
    private Path folder;

    private String make(String objects) {
        return Releases.in(folder.resolve("releases"))
                .make(scratch -> {
                    var file = Files.writeString(
                            scratch.resolve("data.trig"),
                            "GRAPH <http://example.org/g> { <http://example.org/a> <http://example.org/p> " + objects
                                    + " }");
                    var quads = new SortedQuads(scratch);
                    RdfFile.of(file, "http://example.org/").readInto(quads);
                    return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
                })
                .id();
    }

    private CurrentRelease follow() {
        return CurrentRelease.follow(folder.resolve("releases"), Duration.ofHours(1));
    }

    private TestService serve(CurrentRelease source, String... more) {
        var settings = new HashMap<>(Map.of(
                "banggiao.permanent-queries.file",
                folder.resolve("queries.jsonl").toString()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return TestService.of(source, settings);
    }

    private static HttpResponse<String> post(TestService service, String query, String release) {
        return service.send(service.request("/query?release=" + release, "Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(query)));
    }

    private static String keep(TestService service, String query, String release) {
        var response = post(service, query, release);
        assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        var json = JSON.parse(response.body());
        assertThat(json.getString("address")).isEqualTo(BASE + "query/" + json.getString("id"));
        return "/query/" + json.getString("id");
    }

    private static String csv(TestService service, String path) {
        var response = service.get(path, "Accept", "text/csv");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv;charset=utf-8");
        return response.body();
    }

    @Test
    void aPinnedQueryIsAnsweredAsBeforeAndAnotherAnew() {
        var first = make("1, 2");
        try (var source = follow();
                var service = serve(source)) {
            var pinned = keep(service, QUERY, "pinned");
            var current = keep(service, QUERY, "current");
            var before = csv(service, pinned);
            var digest = TestService.header(service.get(pinned + ".json"), "Banggiao-Result-Digest");
            assertThat(csv(service, current)).isEqualTo(before).contains("1").contains("2");

            var second = make("3");
            source.refresh();
            assertThat(csv(service, pinned)).isEqualTo(before);
            assertThat(csv(service, current)).contains("3").doesNotContain("1");
            var again = service.get(pinned + ".json");
            assertThat(TestService.header(again, "Banggiao-Result-Digest"))
                    .isEqualTo(digest)
                    .hasSize(1);
            assertThat(TestService.header(again, "Banggiao-Release")).containsExactly(first);
            assertThat(TestService.header(service.get(current + ".json"), "Banggiao-Release"))
                    .containsExactly(second);
            assertThat(service.get(pinned, "Accept", "text/html").body())
                    .contains(first)
                    .contains(second);
        }
        // After a start, too.
        try (var source = follow();
                var service = serve(source)) {
            assertThat(csv(service, keep(service, QUERY, "current"))).contains("3");
            var id = PermanentQuery.of(QUERY, Optional.of(first), LocalDate.EPOCH)
                    .id();
            assertThat(csv(service, "/query/" + id)).contains("1").contains("2");
        }
    }

    @Test
    void beyondTheOpenReleasesItIs410WithTheAddressOfTheData() {
        var first = make("1");
        try (var source = follow();
                var service = serve(
                        source,
                        "banggiao.releases.open",
                        "1",
                        "banggiao.releases.archive",
                        "https://example.org/dumps/{release}.nq.gz")) {
            var pinned = keep(service, QUERY, "pinned");
            make("2");
            source.refresh();
            assertThat(csv(service, pinned)).contains("1");
            make("3");
            source.refresh();
            var gone = service.get(pinned, "Accept", "application/json");
            assertThat(gone.statusCode()).isEqualTo(410);
            var problem = JSON.parse(gone.body());
            assertThat(problem.getString("dump")).isEqualTo("https://example.org/dumps/" + first + ".nq.gz");
            assertThat(problem.getString("release")).isEqualTo(first);
            assertThat(service.get(pinned, "Accept", "text/html").statusCode()).isEqualTo(410);
            var text = service.get(pinned + "?format=query");
            assertThat(text.statusCode()).isEqualTo(200);
            assertThat(text.body()).isEqualTo(QUERY);
        }
    }

    @Test
    void eachFormOfAQueryByAcceptSuffixAndParameter() {
        make("\"ngày\"@vi, 2");
        try (var source = follow();
                var service = serve(source)) {
            var path = keep(service, QUERY, "pinned");
            var page = service.get(path, "Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
            assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=utf-8");
            assertThat(page.body())
                    .contains("ngày")
                    .contains(BASE + path.substring(1))
                    .contains("@misc{");
            var types = Map.of(
                    "text/csv", "text/csv;charset=utf-8",
                    "application/sparql-results+xml", "application/sparql-results+xml",
                    "application/sparql-query", "application/sparql-query;charset=utf-8",
                    "*/*", "application/sparql-results+json");
            types.forEach((accept, type) -> assertThat(
                            service.get(path, "Accept", accept).headers().firstValue("Content-Type"))
                    .as(accept)
                    .contains(type));
            assertThat(service.get(path + ".tsv").headers().firstValue("Content-Type"))
                    .contains("text/tab-separated-values;charset=utf-8");
            assertThat(service.get(path + "?format=xml").headers().firstValue("Content-Type"))
                    .contains("application/sparql-results+xml");
            assertThat(service.get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
            assertThat(service.get(path + ".turtle").statusCode()).isEqualTo(406);
            assertThat(service.get("/query/" + "0".repeat(24)).statusCode()).isEqualTo(404);
            assertThat(service.get("/query/..%2f..%2fetc").statusCode()).isIn(400, 404);
            var tag = TestService.header(service.get(path + ".csv"), "ETag").getFirst();
            assertThat(service.get(path + ".csv", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void aReaderCanVerifyTheDigest() throws Exception {
        make("\"b\", \"a\\tx\", \"🤝\", \"ừ\"@vi, <http://example.org/o>");
        try (var source = follow();
                var service = serve(source)) {
            var path = keep(service, QUERY, "pinned");
            var canonical = service.get(path + "?format=canonical", "Accept-Encoding", "gzip");
            assertThat(canonical.body()).isEqualTo("?o\n\"a\\tx\"\n\"b\"\n\"ừ\"@vi\n\"🤝\"\n<http://example.org/o>\n");
            var sha =
                    MessageDigest.getInstance("SHA-256").digest(canonical.body().getBytes(StandardCharsets.UTF_8));
            var field = "sha-256=:" + Base64.getEncoder().encodeToString(sha) + ":";
            assertThat(TestService.header(canonical, "Repr-Digest")).containsExactly(field);
            for (var format : new String[] {".csv", ".json", "?format=html"}) {
                assertThat(TestService.header(service.get(path + format), "Banggiao-Result-Digest"))
                        .containsExactly(field);
            }
            var hex = HexFormat.of().formatHex(sha);
            assertThat(service.get(path + "?format=html").body()).contains(hex);
            assertThat(service.get(path + "?cite=csl").body()).contains(hex);
        }
    }

    @Test
    void rowsKeepTheOrderThatTheQueryGives() {
        make("1, 3, 2");
        try (var source = follow();
                var service = serve(source)) {
            var down = keep(service, QUERY + " ORDER BY DESC(?o)", "pinned");
            var xsd = "\"^^<http://www.w3.org/2001/XMLSchema#integer>\n";
            assertThat(service.get(down + "?format=canonical").body())
                    .isEqualTo("?o\n\"3" + xsd + "\"2" + xsd + "\"1" + xsd);
            var graph = keep(service, "CONSTRUCT { ?s <http://example.org/q> 1 } WHERE { ?s ?p ?o }", "pinned");
            assertThat(service.get(graph + "?format=canonical").body())
                    .isEqualTo(
                            "<http://example.org/a> <http://example.org/q> \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
            assertThat(service.get(graph, "Accept", "text/turtle").statusCode()).isEqualTo(200);
            var ask = keep(service, "ASK { ?s ?p 1 }", "pinned");
            assertThat(service.get(ask + "?format=canonical").body()).isEqualTo("true\n");
            var each = keep(service, "SELECT (RAND() AS ?r) {}", "pinned");
            assertThat(service.get(each + "?format=canonical").statusCode()).isEqualTo(406);
            assertThat(TestService.header(service.get(each), "Banggiao-Result-Digest"))
                    .isEmpty();
            var blank = keep(service, "SELECT (BNODE() AS ?b) {}", "pinned");
            assertThat(service.get(blank + "?format=canonical").statusCode()).isEqualTo(406);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void citationsAreReadByParsersAndOpen() throws Exception {
        var release = make("1");
        try (var source = follow();
                var service = serve(source)) {
            var path = keep(service, QUERY, "pinned");
            var csl = JSON.parseAny(service.get(path + "?cite=csl").body())
                    .getAsArray()
                    .get(0)
                    .getAsObject();
            assertThat(csl.getString("title")).isEqualTo("Values \"of\" p_1 & more");
            assertThat(csl.getString("version")).isEqualTo(release);
            Map<String, Object> cff = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(service.get(path + "?cite=cff").body());
            assertThat(cff).containsEntry("title", "Values \"of\" p_1 & more").containsEntry("cff-version", "1.2.0");
            var bibtex = service.get(path + "?cite=bibtex").body();
            assertThat(bibtex)
                    .contains("title = {{Values \"of\" p\\_1 \\& more}},")
                    .contains("url = {" + cff.get("url"));
            var entry = new BibTeXParser()
                    .parseFully(new StringReader(bibtex))
                    .getEntries()
                    .get(new Key("query-" + path.substring("/query/".length())));
            assertThat(entry.getField(BibTeXEntry.KEY_URL).toUserString()).isEqualTo(cff.get("url"));
            var title = entry.getField(BibTeXEntry.KEY_TITLE).toUserString();
            assertThat(new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(title))))
                    .isEqualTo("Values \"of\" p_1 & more");
            for (var address : new Object[] {cff.get("url"), csl.getString("URL")}) {
                var local = "/" + address.toString().substring(BASE.length());
                assertThat(service.get(local, "Accept", "text/html").body()).contains("SELECT ?o");
            }
            assertThat(service.get(path + "?cite=ris").body()).contains("TI  - Values \"of\" p_1 & more\r\n");
            assertThat(service.get(path + "?cite=endnote").statusCode()).isEqualTo(406);
        }
    }

    @Test
    void aSearchInAPinnedQueryAsksTheIndexOfItsRelease() {
        var search = "SELECT ?s { ?s <https://w3id.org/banggiao/search#matches> \"thac ba\" }";
        var named = "1 ; <http://www.w3.org/2000/01/rdf-schema#label> \"%s\"@vi ."
                + " <http://example.org/a> a <https://w3id.org/banggiao/ontology#Place>";
        make(named.formatted("Thác Bà"));
        try (var source = follow();
                var service = serve(source)) {
            var pinned = keep(service, search, "pinned");
            var current = keep(service, search, "current");
            assertThat(csv(service, current)).contains("http://example.org/a");
            make(named.formatted("Hòa Bình"));
            source.refresh();
            assertThat(csv(service, pinned)).contains("http://example.org/a");
            assertThat(csv(service, current)).doesNotContain("http://example.org/a");
        }
    }

    @Test
    void theFormLeadsToThePage() {
        make("1");
        try (var source = follow();
                var service = serve(source)) {
            var form = "query=" + TestService.encode(QUERY.replace("\n", "\r\n")) + "&release=pinned&lang=en";
            var request = service.request(
                            "/query", "Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html")
                    .POST(BodyPublishers.ofString(form));
            var kept = service.send(request);
            assertThat(kept.statusCode()).isEqualTo(303);
            var location = TestService.header(kept, "Location").getFirst();
            assertThat(location).startsWith("query/").endsWith("?lang=en");
            var page = service.get("/" + location, "Accept", "text/html");
            assertThat(page.body()).contains("lang=\"en\"").contains("Permanent query");
            assertThat(service.send(request.header("Sec-Fetch-Site", "cross-site"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsNoQueryIsNotKept() throws IOException {
        make("1");
        try (var source = follow();
                var service = serve(source, "banggiao.permanent-queries.query-length", "100")) {
            assertThat(post(service, "SELECT", "pinned").statusCode()).isEqualTo(400);
            assertThat(post(service, "", "pinned").statusCode()).isEqualTo(400);
            assertThat(post(service, "INSERT DATA { <a:b> <a:b> 1 }", "pinned").statusCode())
                    .isEqualTo(400);
            assertThat(post(service, "ASK { ?s ?p \"" + "x".repeat(100) + "\" }", "pinned")
                            .statusCode())
                    .isEqualTo(413);
            assertThat(post(service, "ASK {}", "tomorrow").statusCode()).isEqualTo(400);
            assertThat(post(service, "x".repeat(1_000_001), "pinned").statusCode())
                    .isEqualTo(413);
            var json = service.send(service.request("/query", "Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"query\": 3}")));
            assertThat(json.statusCode()).isEqualTo(400);
            assertThat(folder.resolve("queries.jsonl")).doesNotExist();
            var sound = service.send(service.request("/query", "Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"query\": \"ASK {}\", \"release\": \"current\"}")));
            assertThat(sound.statusCode()).isEqualTo(201);
            assertThat(Files.readAllLines(folder.resolve("queries.jsonl"))).hasSize(1);
        }
    }

    @Test
    void markupInAQueryIsShownAsText() {
        make("1");
        try (var source = follow();
                var service = serve(source)) {
            var path = keep(
                    service,
                    "# </title><script>alert(1)</script>\" onload=\"x\nSELECT (\"<img src=x onerror=y>\" AS ?x) {}",
                    "pinned");
            assertThat(service.get(path + "?format=html").body())
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img src=x");
            assertThat(TestService.header(service.get(path + "?format=query"), "X-Content-Type-Options"))
                    .containsExactly("nosniff");
        }
    }

    @Test
    void itCanBeTurnedOffAndADamagedFileIsSaidAtTheStart() throws IOException {
        make("1");
        Files.writeString(folder.resolve("queries.jsonl"), "damaged\n");
        try (var source = follow();
                var service = serve(source, "banggiao.permanent-queries.enabled", "false")) {
            assertThat(post(service, "ASK {}", "pinned").statusCode()).isEqualTo(404);
            assertThat(service.get("/query").body()).doesNotContain("formaction");
        }
        assertThatThrownBy(() -> serve(follow()))
                .isInstanceOf(FaultException.class)
                .hasMessageContaining("queries.jsonl, line 1");
    }

    @Test
    void explainingTellsThePlanAndTheTime() {
        make("1, 2");
        try (var source = follow();
                var service = serve(source)) {
            var json = service.get("/query/explain?query=" + TestService.encode(QUERY), "Accept", "application/json");
            assertThat(JSON.parse(json.body()).getString("plan")).contains("(triple ?s <http://example.org/p> ?o)");
            assertThat(JSON.parse(json.body()).get("rows").getAsNumber().value().intValue())
                    .isEqualTo(2);
            assertThat(service.get("/query/explain?query=SELECT").statusCode()).isEqualTo(400);
            assertThat(service.get("/query?lang=en&explain=1&query=" + TestService.encode(QUERY))
                            .body())
                    .contains("How it is run")
                    .contains("(triple ?s");
        }
    }
}
