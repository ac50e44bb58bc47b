package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.banggiao.publish.TestService.encode;
import static org.banggiao.publish.TestService.header;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.TestService;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What caches and browsers may keep, and what is sent packed. */
class CachingTest {
    private static final String ALL = "SELECT * { ?s ?p ?o } ORDER BY ?o";

    @TempDir
    private Path root;

    private void release(String trig) {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(trig, Lang.TRIG).parse(dataset);
        var unused = Releases.in(root).make(scratch -> {
            var quads = new SortedQuads(scratch);
            for (var quad : (Iterable<Quad>) dataset::find) {
                quads.add(quad);
            }
            return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
        });
    }

    private static TestService service(String settingName, String settingValue) {
        var many = new StringBuilder("GRAPH <urn:ex:g> { ");
        for (int i = 0; i < 3000; i++) {
            many.append("<http://example.org/a/rather/long/name/")
                    .append(i)
                    .append("> <urn:ex:p> ")
                    .append(i);
            many.append(" . ");
        }
        return TestService.of(TestService.store(many + "}"), Map.of(settingName, settingValue));
    }

    @Test
    void anAnswerIsTheSameUntilThereIsANewRelease() {
        release("GRAPH <urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }");
        var source = CurrentRelease.follow(root, Duration.ofHours(1));
        try (var service = TestService.of(source, Map.of())) {
            for (String path : new String[] {
                "/sparql?format=csv&query=" + encode(ALL), "/sparql?default&format=nt", "/.well-known/void"
            }) {
                release("GRAPH <urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 }");
                source.refresh();
                var first = service.get(path);
                assertThat(first.statusCode()).isEqualTo(200);
                assertThat(header(first, "Cache-Control")).containsExactly("no-cache");
                var tag = header(first, "ETag").getFirst();
                assertThat(tag).startsWith("W/\"");
                var known = service.get(path, "If-None-Match", tag);
                assertThat(known.statusCode()).isEqualTo(304);
                assertThat(known.body()).isEmpty();
                assertThat(header(known, "ETag")).containsExactly(tag);
                release("GRAPH <urn:ex:g> { <urn:ex:s> <urn:ex:p> 2 }");
                source.refresh();
                var second = service.get(path, "If-None-Match", tag);
                assertThat(second.statusCode()).isEqualTo(200);
                assertThat(second.body()).contains("2");
                assertThat(header(second, "ETag")).isNotEqualTo(header(first, "ETag"));
            }
        }
    }

    @Test
    void tagsTellFormatsAndDatasetsApartAndNotSpelling() {
        try (var service = service("banggiao.limits.query-time", "30s")) {
            var tag = header(service.get("/sparql?query=" + encode(ALL) + "&format=csv"), "ETag");
            assertThat(header(service.get("/sparql?query=" + encode(ALL) + "&format=tsv"), "ETag"))
                    .isNotEqualTo(tag);
            assertThat(header(service.get("/sparql?query=" + encode("ASK{}") + "&format=json"), "ETag"))
                    .isNotEqualTo(tag);
            assertThat(header(
                            service.get("/sparql?query=" + encode(ALL) + "&format=csv&default-graph-uri=urn:ex:g"),
                            "ETag"))
                    .isNotEqualTo(tag);
            var otherSpelling = "select  *\n where { ?s ?p ?o . } # all\n order by ?o";
            assertThat(header(service.get("/sparql?query=" + encode(otherSpelling) + "&format=csv"), "ETag"))
                    .isEqualTo(tag);
            var failed = service.get("/sparql?query=SELEKT", "If-None-Match", "*");
            assertThat(failed.statusCode()).isEqualTo(400);
            assertThat(header(failed, "ETag")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rand()", "NOW ()", "UUID()", "STRUUID()"})
    void whatIsNewEachTimeIsNotKept(String call) {
        try (var service = service("banggiao.limits.query-time", "30s")) {
            var response = service.query("SELECT (" + call + " AS ?x) { }", "text/csv");
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(header(response, "Cache-Control")).containsExactly("no-store");
            assertThat(header(response, "ETag")).isEmpty();
        }
    }

    @Test
    void anAnswerThatTakesTooLongHasNoTag() {
        try (var service = service("banggiao.limits.query-time", "1s")) {
            var response = service.query("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "*/*");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(header(response, "ETag")).isEmpty();
            assertThat(header(response, "Cache-Control")).containsExactly("no-store");
        }
    }

    @Test
    void answersComePackedForThoseWhoAsk() throws IOException {
        try (var service = service("banggiao.limits.query-time", "30s")) {
            var plain = service.query(ALL, "text/csv");
            var packed = answer(service, ALL);
            assertThat(packed.head())
                    .containsIgnoringCase("content-encoding: gzip")
                    .containsIgnoringCase("accept-encoding")
                    .contains("ETag: W/");
            assertThat(packed.unpacked()).isEqualTo(plain.body());
            assertThat(packed.bytes().length).isLessThan(plain.body().length() / 3);
        }
    }

    @Test
    void aPackedAnswerThatFailsHalfWayIsNotTakenForTheWhole() {
        try (var service = service("banggiao.limits.query-time", "1s")) {
            assertThat(catchUnpacking(service, "SELECT * { ?a ?b ?c . ?d ?e ?f }"))
                    .isInstanceOf(IOException.class);
        }
    }

    private static Throwable catchUnpacking(TestService service, String query) {
        return catchThrowable(() -> answer(service, query).unpacked());
    }

    /** The head and the body of an answer, the body without the lengths of its chunks. */
    private record Packed(String head, byte[] bytes) {
        String unpacked() throws IOException {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
    }

    private static Packed answer(TestService service, String query) throws IOException {
        try (var socket = new Socket("127.0.0.1", service.port())) {
            socket.setSoTimeout(20_000);
            var request = "GET /sparql?query=" + encode(query)
                    + " HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var all = socket.getInputStream().readAllBytes();
            var text = new String(all, StandardCharsets.ISO_8859_1);
            int body = text.indexOf("\r\n\r\n") + 4;
            var bytes = new ByteArrayOutputStream();
            int at = body;
            while (true) {
                int line = text.indexOf("\r\n", at);
                if (line < 0) {
                    throw new EOFException("the answer ends within");
                }
                int length = Integer.parseInt(text.substring(at, line), 16);
                if (length == 0) {
                    return new Packed(text.substring(0, body), bytes.toByteArray());
                }
                bytes.write(all, line + 2, Math.min(length, all.length - line - 2));
                at = line + 2 + length + 2;
            }
        }
    }
}
