package org.banggiao.publish.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.banggiao.publish.TestService.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.banggiao.publish.PagesFixture;
import org.banggiao.publish.TestService;
import org.banggiao.publish.dump.ChangesPart;
import org.banggiao.publish.dump.DumpPart;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.PassageWords;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.ReleaseInfo;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The description of the data is valid by DCAT-AP, and what it promises can be had. */
class DatasetTest {
    private static final String PREFIXES = """
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX spdx: <http://spdx.org/rdf/terms#>
            PREFIX vcard: <http://www.w3.org/2006/vcard/ns#>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            """;
    private static final String BROWSER = "text/html";

    @TempDir
    private static Path folder;

    private static TestService service;
    private static ReleaseInfo first;
    private static ReleaseInfo second;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        first = make(q -> {});
        second = make(q -> q.accept(Quad.create(
                NodeFactory.createURI("https://w3id.org/banggiao/graph/top"),
                NodeFactory.createURI("https://w3id.org/banggiao/id/event/k7m2q"),
                NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#comment"),
                NodeFactory.createLiteralString("</script><script>alert(1)</script>"))));
        service = TestService.of(
                CurrentRelease.follow(folder, Duration.ofDays(1)),
                Map.of(
                        "banggiao.publisher.email", "data@example.org",
                        "banggiao.publisher.url", "https://example.org/",
                        "banggiao.about.description.en", "What </script><script>alert(2)</script> & \"more\" is."));
    }

    private static ReleaseInfo make(Consumer<Consumer<Quad>> more) {
        return Releases.in(folder).make(scratch -> {
            var quads = new SortedQuads(scratch);
            for (var quad : PagesFixture.quads()) {
                quads.add(quad);
            }
            more.accept(quad -> {
                try {
                    quads.add(quad);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return new ReleaseContent(
                    quads,
                    new TreeMap<>(
                            Map.of("https://w3id.org/banggiao/id/passage/p1", PassageWords.of("Một câu của văn bản."))),
                    new TreeMap<>(),
                    List.of(new DumpPart("https://w3id.org/banggiao/"), new ChangesPart()));
        });
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Graph read(String path) {
        var response = service.get(path, "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        var graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), Lang.TURTLE).parse(graph);
        return graph;
    }

    private static boolean ask(Graph graph, String pattern) {
        try (var exec = QueryExec.graph(graph)
                .query(PREFIXES + "ASK { " + pattern + " }")
                .build()) {
            return exec.ask();
        }
    }

    private static HttpResponse<byte[]> bytes(String path, String method, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(service.url() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /**
     * One of the shapes cannot be met and is left out: the one of the algorithm of checksums wants addresses at https, and those
     * of SPDX are at http.
     */
    @ParameterizedTest
    @ValueSource(strings = {"shapes", "range", "mdr-vocabularies.shape"})
    void theDescriptionIsValidByDcatAp(String shapes) {
        var rules = RDFDataMgr.loadGraph("src/test/resources/org/banggiao/publish/catalog/dcat-ap/" + shapes + ".ttl");
        var pattern = NodeFactory.createURI("http://www.w3.org/ns/shacl#pattern");
        rules.find(Node.ANY, pattern, NodeFactory.createLiteralString("^https://spdx.org/rdf/terms"))
                .toList()
                .forEach(rules::delete);
        for (var path : List.of("/dataset", "/dataset/releases", "/dataset/releases/" + first.id())) {
            var report = ShaclValidator.get().validate(rules, read(path));
            assertThat(report.getEntries())
                    .as(shapes + " " + path)
                    .filteredOn(e -> e.severity().equals(Severity.Violation))
                    .isEmpty();
        }
    }

    @Test
    void theShapesAreAtWork() {
        var graph = read("/dataset");
        graph.find(Node.ANY, NodeFactory.createURI("http://purl.org/dc/terms/title"), Node.ANY)
                .toList()
                .forEach(graph::delete);
        var rules = RDFDataMgr.loadGraph("src/test/resources/org/banggiao/publish/catalog/dcat-ap/shapes.ttl");
        assertThat(ShaclValidator.get().validate(rules, graph).conforms()).isFalse();
    }

    @Test
    void itDescribesTheReleasesAndTheirFiles() {
        var graph = read("/dataset");
        var base = "https://w3id.org/banggiao/dataset";
        assertThat(ask(
                        graph,
                        "<" + base + "> a dcat:DatasetSeries ; dcat:last <" + base + "/releases/" + second.id()
                                + "> ; dcat:first <" + base + "/releases/" + first.id() + ">"))
                .isTrue();
        assertThat(ask(
                        graph,
                        "<" + base + "/releases/" + second.id() + "> dcat:prev <" + base + "/releases/"
                                + first.id() + "> ; dct:license <https://creativecommons.org/licenses/by/4.0/> ;"
                                + " dct:publisher/foaf:name \"The Banggiao maintainers\" ;"
                                + " dcat:contactPoint/vcard:hasEmail <mailto:data@example.org> ;"
                                + " dct:temporal/dcat:startDate ?start ; dct:language ?language ;"
                                + " dct:spatial <https://w3id.org/banggiao/id/country/finland> ."
                                + " ?service a dcat:DataService ; dcat:endpointURL <" + service.url() + "/sparql>"))
                .isTrue();
    }

    @Test
    void everyFileIsAsDescribed() throws Exception {
        var graph = read("/dataset");
        try (var exec = QueryExec.graph(graph).query(PREFIXES + """
                        SELECT ?url ?bytes ?sum { ?d dcat:downloadURL ?url ; dcat:byteSize ?bytes ;
                            spdx:checksum/spdx:checksumValue ?sum ; dcat:compressFormat ?gzip }
                        """).build()) {
            var rows = exec.select();
            int n = 0;
            while (rows.hasNext()) {
                var row = rows.next();
                var path = row.get("url").getURI().substring(service.url().length());
                var body = bytes(path, "GET").body();
                assertThat(body.length).as(path).isEqualTo(row.get("bytes").getLiteralValue());
                assertThat(sha256(body)).as(path).isEqualTo(row.get("sum").getLiteralLexicalForm());
                n++;
            }
            assertThat(n).isEqualTo(2 * 10);
        }
        var sums =
                service.get("/dataset/releases/" + first.id() + "/SHA256SUMS").body();
        assertThat(sums.lines()).hasSize(10).allMatch(l -> l.matches("[0-9a-f]{64}  [a-z.]+\\.gz"));
        var metadata = JSON.parse(service.get("/dataset/releases/" + first.id() + "/csv-metadata.json")
                .body());
        assertThat(metadata.getArray("tables")).hasSize(8);
    }

    @Test
    void partsHeadsAndWhatIsKnownAreAnsweredAsHttpHasThem() throws Exception {
        var path = "/dataset/releases/" + second.id() + "/dataset.nq.gz";
        var whole = bytes(path, "GET");
        var tag = whole.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).doesNotStartWith("W/");
        assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(whole.headers().firstValue("Repr-Digest")).isPresent();
        var head = bytes(path, "HEAD");
        assertThat(head.headers().firstValue("Content-Length")).contains(String.valueOf(whole.body().length));
        assertThat(head.body()).isEmpty();
        assertThat(bytes(path, "GET", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(bytes(
                                path,
                                "GET",
                                "If-Modified-Since",
                                whole.headers().firstValue("Last-Modified").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        var part = bytes(path, "GET", "Range", "bytes=10-19");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), 10, 20));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + whole.body().length);
        var end = bytes(path, "GET", "Range", "bytes=-5", "If-Range", tag);
        assertThat(end.body())
                .isEqualTo(java.util.Arrays.copyOfRange(whole.body(), whole.body().length - 5, whole.body().length));
        assertThat(bytes(path, "GET", "Range", "bytes=10-19", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(bytes(path, "GET", "Range", "bytes=999999999-").statusCode()).isEqualTo(416);
        assertThat(bytes(path, "GET", "Range", "nonsense").statusCode()).isEqualTo(200);
        assertThat(bytes(path, "GET", "Range", "bytes=0-1,4-5").statusCode()).isEqualTo(200);
    }

    @Test
    void aTableCanBeReadUnpacked() throws Exception {
        var path = "/dataset/releases/" + second.id() + "/events.csv";
        var plain = bytes(path, "GET");
        var text = new String(plain.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("id,label_vi,label_en,type,type_vi,type_en,date,");
        var packed = bytes(path, "GET", "Accept-Encoding", "gzip");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(text);
        }
        assertThat(packed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(plain.headers().firstValue("Vary")).contains("Accept-Encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "passages.jsonl",
                "manifest.json",
                "statistics.tsv",
                "..%2Fcurrent",
                "..%2f..%2fcurrent",
                "%2e%2e/current",
                "dumps%2Fevents.csv.gz",
                "dataset.nq.gz%00",
                "tdb2"
            })
    void nothingElseOfAReleaseIsHandedOut(String name) throws Exception {
        var response = bytes("/dataset/releases/" + second.id() + "/" + name, "GET");
        assertThat(response.statusCode()).as(name).isIn(400, 404);
        assertThat(new String(response.body(), StandardCharsets.UTF_8)).doesNotContain("Một câu của văn bản");
    }

    @Test
    void pagesShowWhatTheyAreOfInBothLanguages() {
        for (var language : List.of("vi", "en")) {
            for (var path : List.of("/dataset", "/dataset/releases", "/dataset/releases/" + first.id())) {
                var page = service.get(path + "?lang=" + language, "Accept", BROWSER);
                assertThat(page.statusCode()).isEqualTo(200);
                assertThat(page.body().length()).as(path).isLessThan(60_000);
                assertThat(page.body())
                        .contains("<html lang=\"" + language + "\">")
                        .doesNotContain("<script>")
                        .contains("href=\"https://creativecommons.org/licenses/by/4.0/\"");
            }
        }
        var page = service.get("/dataset?lang=en", "Accept", BROWSER).body();
        assertThat(page).contains("dataset.trig.gz", second.id(), "BibTeX", "Triples that came: 1; that went: 0.");
        var json = page.substring(page.lastIndexOf("ld+json\">") + 9, page.lastIndexOf("</script>"));
        assertThat(json).doesNotContain("<");
        var dataset = JSON.parse(json);
        assertThat(dataset.getString("@type")).isEqualTo("Dataset");
        assertThat(dataset.getString("description"))
                .isEqualTo("What </script><script>alert(2)</script> & \"more\" is.");
        assertThat(dataset.getArray("distribution")).hasSize(10);
        var releases =
                service.get("/dataset/releases?lang=en", "Accept", BROWSER).body();
        assertThat(releases.indexOf(second.id())).isLessThan(releases.indexOf(first.id()));
    }

    @Test
    void whatIsNotHereSaysWhatIs() {
        var none = service.get("/dataset/releases/0123456789abcdef", "Accept", "application/json");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("no-such-release", "/dataset/releases lists those that are kept");
        var file = service.get("/dataset/releases/" + first.id() + "/x.csv", "Accept", "application/json");
        assertThat(file.statusCode()).isEqualTo(404);
        assertThat(file.body()).contains("It has dataset.nq.gz, dataset.trig.gz");
        assertThat(service.get("/dataset", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(header(service.get("/dataset.jsonld"), "Content-Type")).containsExactly("application/ld+json");
    }
}
