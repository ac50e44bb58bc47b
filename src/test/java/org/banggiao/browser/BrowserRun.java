package org.banggiao.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.graph.DatasetFile;
import org.banggiao.graph.Identifiers;
import org.banggiao.graph.Iris;
import org.banggiao.publish.TestService;
import org.banggiao.publish.dump.ChangesPart;
import org.banggiao.publish.dump.DumpPart;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.facet.FacetPart;
import org.banggiao.publish.facet.ListShapes;
import org.banggiao.publish.search.SearchPart;
import org.banggiao.store.CurrentRelease;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;

/**
 * A service over a release of {@code data/}, as users get it, and a headless Chromium: started once for all tests of a run.
 *
 * @param folder the release and what the service keeps beside it; gone afterwards
 */
record BrowserRun(Path folder, TestService service, Playwright playwright, Browser browser) implements AutoCloseable {
    private static final Iris IRIS = Iris.DEFAULT;

    static BrowserRun start(Path chromium) {
        try {
            var folder = Files.createTempDirectory("banggiao-browser-");
            var release = release(folder.resolve("release"));
            var service = TestService.of(
                    CurrentRelease.follow(release, Duration.ofHours(1)),
                    Map.of(
                            "banggiao.permanent-queries.file",
                            folder.resolve("permanent-queries.jsonl").toString(),
                            // A member that is not there: its page shows that too.
                            "banggiao.federation.members[0].id",
                            "ours",
                            "banggiao.federation.members[0].endpoint",
                            "own",
                            "banggiao.federation.members[1].id",
                            "absent",
                            "banggiao.federation.members[1].endpoint",
                            "http://127.0.0.1:9/sparql",
                            "banggiao.federation.members[1].local",
                            "true"));
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium)
                            .setChromiumSandbox(false));
            return new BrowserRun(folder, service, playwright, browser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the machine has a Chromium: at the usual places, or where the variable {@code CHROMIUM} says. */
    static Optional<Path> chromium() {
        return Stream.of(System.getenv("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/google-chrome")
                .filter(Objects::nonNull)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path release(Path folder) {
        var lists = ListShapes.own(IRIS.base());
        var unused = Releases.in(folder).make(scratch -> {
            var quads = new SortedQuads(scratch);
            for (var all = DatasetFile.read(Path.of("data/graph/dataset.nq")).find(); all.hasNext(); ) {
                quads.add(all.next());
            }
            for (var triple : ExampleFolder.triples(Path.of("sparql-examples"))) {
                quads.add(Quad.create(IRIS.examplesGraph(), triple));
            }
            for (var triple : Identifiers.load(Path.of("data/identifiers.tsv")).retired(IRIS)) {
                quads.add(Quad.create(IRIS.retiredGraph(), triple));
            }
            return new ReleaseContent(
                    quads,
                    new TreeMap<>(),
                    new TreeMap<>(),
                    List.of(
                            new SearchPart(),
                            new DumpPart(IRIS.base()),
                            new ChangesPart(),
                            new FacetPart(lists, IRIS.base())));
        });
        return folder;
    }

    @Override
    public void close() throws IOException {
        browser.close();
        playwright.close();
        service.close();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
