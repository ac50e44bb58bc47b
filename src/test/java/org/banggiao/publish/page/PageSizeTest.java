package org.banggiao.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.publish.TestService;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.Passages;
import org.banggiao.store.QueryLimits;
import org.junit.jupiter.api.Test;

/**
 * Every kind of page over the released data is small: what a browser reads, before it is packed, scripts and styles apart. Pages are
 * found by following links from the start page, some of each kind, and by asking the data for the resources of which they say most.
 */
class PageSizeTest {
    /** Bytes of a page without a picture. */
    private static final int MOST = 60_000;
    /** Bytes of a page with a picture in it, of which there is one mark for each thing. */
    private static final int MOST_WITH_PICTURE = 140_000;

    private static final int OF_A_KIND = 14;
    /** Queries take longer than other pages. */
    private static final int OF_QUERIES = 5;

    private static final int ATTEMPTS = 5;
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"([^\"]+)\"");
    private static final Pattern PICTURE = Pattern.compile("/(timeline|map|aid|network|life)\\b.*");
    /** Of each class of resources, those with the most statements and claims. */
    private static final String LARGEST = """
            SELECT ?s (COUNT(?o) AS ?n) { ?s ?p ?o FILTER(STRSTARTS(STR(?s), "https://w3id.org/banggiao/%s/")) }
            GROUP BY ?s ORDER BY DESC(?n) LIMIT 3
            """;

    private final Map<String, Integer> sizes = new TreeMap<>();

    @Test
    void everyKindOfPageIsSmall() {
        var quads = new ArrayList<Quad>();
        RDFDataMgr.loadDatasetGraph(Path.of("data/graph/dataset.nq").toString())
                .find()
                .forEachRemaining(quads::add);
        try (var store = MemoryStore.of(quads, Passages.NONE);
                var service = TestService.of(store, Map.of())) {
            var start = new ArrayList<>(List.of("/", "/ontology", "/said", "/questions", "/questions?about=bg:Event"));
            for (var folder : List.of(
                    "id/event",
                    "id/instrument",
                    "id/aidflow",
                    "id/plan",
                    "id/claim",
                    "id/passage",
                    "id/country",
                    "id/state",
                    "id/organisation",
                    "id/person",
                    "id/place",
                    "id/source",
                    "id/sourcefile",
                    "code",
                    "graph")) {
                try (var exec = store.query(QueryFactory.create(LARGEST.formatted(folder)), QueryLimits.DEFAULT)) {
                    exec.select()
                            .forEachRemaining(row ->
                                    start.add(row.get("s").getURI().substring("https://w3id.org/banggiao".length())));
                }
            }
            store.graphs().forEach(g -> start.add(g.substring("https://w3id.org/banggiao".length())));
            walk(start, service);
        }
        assertThat(sizes.keySet().stream().map(PageSizeTest::kind))
                .contains(
                        "/browse/*", "/id/event/*", "/code/*", "/questions/chapter/*", "/ontology/*", "/conformance/*");
        var tooLarge = sizes.entrySet().stream()
                .filter(e -> e.getValue() > (PICTURE.matcher(e.getKey()).matches() ? MOST_WITH_PICTURE : MOST))
                .toList();
        assertThat(tooLarge)
                .as("of " + sizes.size() + " pages the largest are\n"
                        + sizes.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .limit(40)
                                .map(e -> e.getValue() + " " + e.getKey())
                                .collect(Collectors.joining("\n")))
                .isEmpty();
    }

    private void walk(List<String> start, TestService service) {
        var known = new HashSet<String>();
        var ofKind = new HashMap<String, Integer>();
        var open = new ArrayDeque<String>();
        for (var path : start) {
            var vietnamese = path + (path.contains("?") ? "&" : "?") + "lang=vi";
            known.add(vietnamese);
            open.add(vietnamese);
        }
        while (!open.isEmpty()) {
            var path = open.poll();
            var answer = answer(path, service);
            if (!TestService.header(answer, "Content-Type").toString().contains("text/html")) {
                continue;
            }
            sizes.put(path, answer.body().getBytes(StandardCharsets.UTF_8).length);
            var here = URI.create("http://x" + path);
            LINK.matcher(answer.body())
                    .results()
                    .map(m -> m.group(1).replace("&amp;", "&"))
                    .forEach(link -> {
                        var target = here.resolve(link);
                        var found =
                                target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
                        if ("x".equals(target.getHost())
                                && !target.getRawPath()
                                        .substring(target.getRawPath().lastIndexOf('/'))
                                        .contains(".")
                                && !found.contains("format=")
                                && !found.contains("lang=en")
                                && known.add(found)
                                && ofKind.merge(kind(found), 1, Integer::sum)
                                        <= (found.startsWith("/query?") ? OF_QUERIES : OF_A_KIND)) {
                            open.add(found);
                        }
                    });
        }
    }

    /** On a busy machine the first pages can take longer than a request may; what they read is kept for the next one. */
    private static HttpResponse<String> answer(String path, TestService service) {
        for (int attempt = 1; ; attempt++) {
            try {
                return service.get(path, "Accept", "text/html");
            } catch (UncheckedIOException e) {
                if (attempt == ATTEMPTS || !(e.getCause() instanceof HttpTimeoutException)) {
                    throw e;
                }
            }
        }
    }

    /** The path but for its last part, and whether parameters narrow it. */
    private static String kind(String path) {
        var bare = path.replaceFirst("\\?lang=vi$", "");
        int end = bare.indexOf('?') < 0 ? bare.length() : bare.indexOf('?');
        return bare.substring(0, bare.lastIndexOf('/', end - 1) + 1) + "*" + (end < bare.length() ? "?" : "");
    }
}
