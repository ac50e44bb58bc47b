package org.banggiao.publish.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.banggiao.store.ChildJvm;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.RdfFile;
import org.banggiao.store.ReleaseContent;
import org.banggiao.store.Releases;
import org.banggiao.store.SortedQuads;
import org.banggiao.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows come in the same order each time: pages by {@code LIMIT} and {@code OFFSET} put one after the other are the whole, without
 * {@code ORDER BY} too, and in another process too.
 */
class StableOrderTest {
    private static final String BASE = "http://example.org/";
    private static final long SEED = 20_261_126;
    private static final int QUERIES = 60;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void make() {
        Releases.in(folder).make(scratch -> {
            var file = Files.writeString(scratch.resolve("data.nq"), RandomQueries.quads(SEED));
            var quads = new SortedQuads(scratch);
            RdfFile.of(file, BASE).readInto(quads);
            return new ReleaseContent(quads, new TreeMap<>(), new TreeMap<>());
        });
    }

    /** Prints what each query gives, a line for each, as the test sees it in its own process. */
    public static void main(String[] arguments) {
        try (var store = Releases.in(Path.of(arguments[0])).open()) {
            for (var query : new RandomQueries(SEED).next(QUERIES)) {
                System.out.println(rows(query, store).toString().hashCode());
            }
        }
    }

    private static List<String> rows(String text, Store store) {
        var query = new QueryGuard(BASE, QueryExtension.NONE).query(QueryRequest.of(text, Optional.empty()), store);
        try (var exec = store.query(query, new QueryLimits(Duration.ofSeconds(30)))) {
            var rows = new ArrayList<String>();
            exec.select().forEachRemaining(row -> {
                var line = new StringBuilder();
                for (Var variable : query.getProjectVars()) {
                    line.append(row.get(variable)).append('\t');
                }
                rows.add(line.toString());
            });
            return rows;
        }
    }

    @Test
    void pagesPutOneAfterTheOtherAreTheWhole() {
        var random = new Random(SEED);
        int pages = 0;
        int many = 0;
        try (var store = Releases.in(folder).open()) {
            for (var query : new RandomQueries(SEED).next(QUERIES)) {
                var whole = rows(query, store);
                int size = 1 + whole.size() / 6 + random.nextInt(whole.size() / 3 + 1);
                var joined = new ArrayList<String>();
                for (int page = 0; joined.size() == page * size; page++) {
                    joined.addAll(rows(query + " LIMIT " + size + " OFFSET " + page * size, store));
                    pages++;
                }
                assertThat(joined).as(query + " in pages of " + size).isEqualTo(whole);
                many += whole.size() > 1_000 ? 1 : 0;
            }
        }
        // Beyond a thousand rows the engine sorts in another way.
        assertThat(many).isGreaterThan(5);
        assertThat(pages).isGreaterThan(2 * QUERIES);
    }

    @Test
    void anotherProcessGivesTheSameOrder() throws IOException {
        var process = ChildJvm.start(StableOrderTest.class, folder.toString());
        List<String> there;
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            there = out.lines().toList();
        } finally {
            process.destroyForcibly();
        }
        try (var store = Releases.in(folder).open()) {
            var here = new RandomQueries(SEED)
                    .next(QUERIES).stream()
                            .map(q -> Integer.toString(rows(q, store).toString().hashCode()))
                            .toList();
            assertThat(there).isEqualTo(here);
        }
    }

    @Test
    void storesGiveTheSameRowsAndWithOrderByInTheSameOrder() {
        var dataset = DatasetGraphFactory.create();
        RDFParser.fromString(RandomQueries.quads(SEED), Lang.NQUADS).parse(dataset);
        var reversed = new ArrayList<Quad>();
        dataset.find().forEachRemaining(reversed::addFirst);
        int ordered = 0;
        try (var store = Releases.in(folder).open();
                var other = MemoryStore.of(reversed)) {
            for (var query : new RandomQueries(SEED).next(QUERIES)) {
                if (query.contains("SAMPLE")) {
                    continue;
                }
                if (query.contains("ORDER BY")) {
                    ordered++;
                    assertThat(rows(query, other)).as(query).isEqualTo(rows(query, store));
                } else {
                    assertThat(rows(query, other).stream().sorted().toList())
                            .as(query)
                            .isEqualTo(rows(query, store).stream().sorted().toList());
                }
            }
        }
        assertThat(ordered).isGreaterThan(10);
    }
}
