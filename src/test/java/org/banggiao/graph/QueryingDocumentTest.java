package org.banggiao.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.MemoryStore;
import org.banggiao.store.QueryLimits;
import org.eclipse.rdf4j.query.parser.sparql.SPARQLParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries in the documents parse in two engines and find something among hand-made claims of all kinds. */
class QueryingDocumentTest {
    private static final Pattern QUERY = Pattern.compile("(?ms)^```sparql\\n(.*?)^```$");
    private static final Prefixes PREFIXES = Prefixes.of("https://w3id.org/banggiao/");

    private static DatasetGraph dataset;

    @BeforeAll
    static void build() {
        dataset = Fixtures.everything().dataset();
    }

    static List<String> queries() {
        return Stream.of("querying.md", "sums.md")
                .flatMap(document -> QUERY.matcher(read(document)).results().map(m -> m.group(1)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void itFindsSomething(String query) {
        var text = PREFIXES.declare(query) + query;
        assertThatCode(() -> new SPARQLParser().parseQuery(text, null)).doesNotThrowAnyException();
        try (var store = MemoryStore.copyOf(dataset);
                var execution = store.query(QueryFactory.create(text), QueryLimits.DEFAULT)) {
            assertThat(execution.select().hasNext()).as(query).isTrue();
        }
    }

    private static String read(String document) {
        try {
            return Files.readString(Path.of("src", "docs", document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
