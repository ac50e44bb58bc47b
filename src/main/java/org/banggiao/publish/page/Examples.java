package org.banggiao.publish.page;

import java.util.List;
import org.banggiao.publish.example.ExampleFolder;
import org.banggiao.publish.example.ExampleQuery;

/** The queries that the pages offer to start from: those of {@code sparql-examples/}. */
final class Examples {
    private final List<ExampleQuery> queries = ExampleFolder.ofProgram();

    /** The query that stands in an empty form; empty where there are no examples. */
    String first() {
        return queries.isEmpty() ? "" : queries.getFirst().text();
    }

    /** All of them, those for beginners first. */
    List<Example> all(Texts texts, Links links) {
        return shown(queries, texts, links);
    }

    /** Those for beginners. */
    List<Example> forBeginners(Texts texts, Links links) {
        return shown(queries.stream().filter(ExampleQuery::isForBeginners).toList(), texts, links);
    }

    private static List<Example> shown(List<ExampleQuery> queries, Texts texts, Links links) {
        return queries.stream()
                .map(q -> new Example(q.question(texts.language().code()), links.query(q.text())))
                .toList();
    }
}
