package org.banggiao.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryFactory;
import org.banggiao.store.PassageWords;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Releases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands build, load and serve, which share the folder of releases. */
class ReleaseCommandsTest {
    private static final Path SAMPLE = Path.of("data", "sample");
    private static final Pattern URL = Pattern.compile("Banggiao answers at (http://localhost:\\d+)");

    @TempDir
    Path temp;

    @Test
    void aBuiltReleaseIsServed() throws Exception {
        Path release = temp.resolve("release");
        Cli build = Cli.run("build", SAMPLE, "--release", release);
        assertThat(build.exit()).as(build.err()).isZero();
        assertThat(build.out()).containsPattern("^Release [0-9a-f]{16} in .*release: \\d+ quads in \\d+ graphs\\.");
        assertThat(build.err())
                .containsPattern("checking \\d+ quads \\.\\.\\. ")
                .contains("making the release ... ");

        assertThat(paragraphs(release))
                .anyMatch(words -> words.text().startsWith("Tiếp đó, ngày 11 tháng 1 năm 1969")
                        && words.before().contains("tuần hành vì hòa bình ở Xtốckhôm¹.")
                        && words.after().endsWith("mở Đại sứ quán tại Hà Nội."));

        String answer = whileServing(
                release,
                url -> get(
                        url + "/sparql?query="
                                + encoded(
                                        "ASK { GRAPH <https://w3id.org/banggiao/graph/source/sample-vietnam-sweden> { ?s ?p ?o }"
                                                + " GRAPH <https://w3id.org/banggiao/graph/examples> { ?e <http://www.w3.org/ns/shacl#select> ?q } }")));
        assertThat(answer).contains("true");
    }

    /** The words of all passages of a release. */
    private static java.util.List<PassageWords> paragraphs(Path release) {
        try (var store = Releases.in(release).open();
                var exec = store.query(
                        QueryFactory.create("SELECT DISTINCT ?p { ?c <https://w3id.org/banggiao/said#statedIn> ?p }"),
                        QueryLimits.DEFAULT)) {
            var found = new java.util.ArrayList<PassageWords>();
            exec.select()
                    .forEachRemaining(
                            row -> store.passages().words(row.get("p").getURI()).ifPresent(found::add));
            return found;
        }
    }

    @Test
    void theSameTextsMakeTheSameRelease() {
        Cli first = Cli.run("build", SAMPLE, "--release", temp.resolve("one"));
        Cli second = Cli.run("build", SAMPLE, "--release", temp.resolve("two"));
        assertThat(second.out().replace("two", "one")).isEqualTo(first.out());
    }

    @Test
    void frozenClaimsGiveTheGraphOfTheirTexts() throws IOException {
        Path data = temp.resolve("data");
        Cli build = Cli.run("build", SAMPLE, "--release", temp.resolve("release"), "--freeze", data);
        assertThat(build.exit()).as(build.err()).isZero();
        assertThat(data.resolve("claims/sample-vietnam-sweden.jsonl")).isNotEmptyFile();
        assertThat(Files.readString(data.resolve("claims/runs.tsv"))).startsWith("document\tfile_sha256\t");

        Knowledge frozen = FrozenClaims.read(data.resolve("claims"));
        Knowledge read = new TextFlow(Home.find(), new Steps(new PrintWriter(new StringWriter())))
                .read(java.util.List.of(SAMPLE))
                .knowledge();
        assertThat(frozen.claims()).isEqualTo(read.claims());
        assertThat(frozen.runs()).isEqualTo(read.runs());
        assertThat(Cli.run("check", data.resolve("graph/dataset.nq")).exit()).isZero();
    }

    @Test
    void aFailedBuildLeavesTheOldReleaseCurrent() throws IOException {
        Path release = temp.resolve("release");
        assertThat(Cli.run("build", SAMPLE, "--release", release).exit()).isZero();
        String current = Files.readString(release.resolve("current"));
        Path empty = Files.createFile(temp.resolve("empty.txt"));

        Cli run = Cli.run("build", empty, "--release", release);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("banggiao: " + empty + " is empty: give a file with text. [corpus-file-empty]");
        assertThat(release.resolve("current")).hasContent(current);
    }

    @Test
    void anyRdfCanBeLoadedAndServed() throws Exception {
        Path turtle = Files.writeString(
                temp.resolve("data.ttl"), "<http://example.org/a> <http://example.org/p> \"Hà Nội\"@vi .\n");
        Path release = temp.resolve("release");
        Cli load = Cli.run("load", turtle, "--release", release);
        assertThat(load.exit()).as(load.err()).isZero();
        assertThat(load.out()).containsPattern("^Release [0-9a-f]{16} in .*release: 1 quads in 1 graphs\\.");

        assertThat(whileServing(release, url -> get(url + "/sparql?query=" + encoded("SELECT ?o { ?s ?p ?o }"))))
                .contains("Hà Nội");
    }

    @Test
    void aLoadedReleaseKeepsTheListsOfItsProject() throws IOException {
        Path turtle = Files.writeString(
                temp.resolve("data.ttl"),
                "<https://data.example/id/person/a> a <http://example.org/Person> ; <http://www.w3.org/2000/01/rdf-schema#label> \"An\" .\n");
        Path facets = Files.writeString(temp.resolve("facets.ttl"), """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX facet: <https://w3id.org/banggiao/facet#>
                <people> a sh:NodeShape ; facet:key "people" ; sh:targetClass <http://example.org/Person> ; sh:name "People"@en .
                """);
        Path release = temp.resolve("release");
        Cli load = Cli.run(
                "load", turtle, "--release", release, "--base-iri", "https://data.example/", "--facets", facets);
        assertThat(load.exit()).as(load.err()).isZero();
        Path current =
                release.resolve(Files.readString(release.resolve("current")).strip());
        assertThat(current.resolve("facets-2")).isDirectoryContaining("glob:**/people");
        assertThat(new String(Files.readAllBytes(current.resolve("facets-2/people")), StandardCharsets.UTF_8))
                .contains("https://data.example/id/person/a", "An");

        Path wrong = Files.writeString(temp.resolve("wrong.ttl"), "<a> .\n");
        assertThat(Cli.run("load", turtle, "--release", release, "--facets", wrong)
                        .err())
                .contains("[publish-bad-facets]");
        assertThat(Cli.run("build", SAMPLE, "--release", release, "--facets", wrong)
                        .err())
                .contains("[publish-bad-facets]");
        Cli build = Cli.run("build", SAMPLE, "--release", temp.resolve("built"), "--facets", facets);
        assertThat(build.exit()).as(build.err()).isZero();
        Path built = temp.resolve("built")
                .resolve(Files.readString(temp.resolve("built/current")).strip());
        assertThat(built.resolve("facets-2"))
                .isDirectoryContaining("glob:**/people")
                .isDirectoryNotContaining("glob:**/event");
    }

    @Test
    void brokenRdfIsRefusedWithItsPlace() throws IOException {
        Path turtle = Files.writeString(temp.resolve("data.ttl"), "<http://example.org/a> <http://example.org/p> .\n");
        Cli load = Cli.run("load", turtle, "--release", temp.resolve("release"));
        assertThat(load.exit()).isEqualTo(3);
        assertThat(load.err())
                .contains("banggiao: " + turtle + ", line 1, column ")
                .contains("[store-rdf-syntax]");
    }

    @Test
    void aFolderWithoutReleaseIsSaid() {
        Cli run = Cli.run("serve", "--release", temp, "--port", 0);
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .endsWith("banggiao: There is no release in " + temp
                        + ". Make one with the command build or load. [store-release-missing]\n");
    }

    @Test
    void aPortInUseIsSaid() throws IOException {
        Path turtle =
                Files.writeString(temp.resolve("data.nt"), "<http://example.org/a> <http://example.org/p> \"1\" .\n");
        Path release = temp.resolve("release");
        assertThat(Cli.run("load", turtle, "--release", release).exit()).isZero();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Cli run = Cli.run("serve", "--release", release, "--port", taken.getLocalPort());
            assertThat(run.exit()).isEqualTo(4);
            assertThat(run.err())
                    .contains("banggiao: Port " + taken.getLocalPort() + " of 127.0.0.1 is in use by another program.")
                    .endsWith("[publish-port-in-use]\n");
        }
    }

    @Test
    void aReleaseHasItsTextsAlready() {
        Cli run = Cli.run("serve", "--release", temp, "--corpus", SAMPLE);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("--release and --corpus exclude each other");
    }

    @Test
    void aPortIsANumberThatExists() {
        Cli run = Cli.run("serve", "--release", temp, "--port", 70000);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("a port lies between 1 and 65535 (0: any free one): 70000");
    }

    private interface Visit {
        String ask(String url) throws Exception;
    }

    /** Runs {@code serve} on a thread of its own, asks it once, and ends it. */
    private static String whileServing(Path release, Visit visit) throws Exception {
        StringWriter err = new StringWriter();
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        Thread server = new Thread(() -> exit.complete(Banggiao.commandLine()
                .setErr(new PrintWriter(err, true))
                .execute("serve", "--release", release.toString(), "--port", "0")));
        server.start();
        try {
            Matcher url = URL.matcher("");
            for (int i = 0; i < 600 && !exit.isDone(); i++) {
                if (url.reset(err.getBuffer().toString()).find()) {
                    return visit.ask(url.group(1));
                }
                Thread.sleep(100);
            }
            throw new AssertionError("the service did not start: " + err);
        } finally {
            server.interrupt();
            assertThat(exit.get(30, TimeUnit.SECONDS)).isZero();
        }
    }

    private static String get(String url) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build()) {
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        }
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8);
    }
}
