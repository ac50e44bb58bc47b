package org.banggiao.publish.page;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.banggiao.publish.example.ExampleQuery;
import org.banggiao.publish.example.Level;
import org.banggiao.publish.example.Subject;

/** The queries that the pages offer to start from: those of {@code sparql-examples/}. */
public final class Examples {
    private final List<ExampleQuery> queries;

    Examples(Questions questions) {
        this.queries = questions.all();
    }

    /** The query that stands in an empty form; empty where there are no examples. */
    String first() {
        return queries.isEmpty() ? "" : queries.getFirst().text();
    }

    /** The text of the query of a name. */
    Optional<String> text(String name) {
        return queries.stream()
                .filter(q -> q.name().equals(name))
                .map(ExampleQuery::text)
                .findFirst();
    }

    /**
     * Those of one level.
     *
     * @param title the level, in words
     */
    public record Group(String title, List<Listed> examples) {}

    /**
     * One that can be chosen.
     *
     * @param name what it is called in addresses
     * @param title the question that it answers, in the page's language
     * @param href the query page with the query in its form and its answer
     * @param keywords what it is about, in the page's language
     */
    public record Listed(String name, String title, String href, String keywords) {}

    /** All of them by level, those for beginners first. */
    List<Group> all(Texts texts, Links links) {
        return Arrays.stream(Level.values())
                .map(level -> new Group(
                        texts.get("level." + level.code()),
                        queries.stream()
                                .filter(q -> q.level() == level)
                                .map(q -> listed(q, texts, links))
                                .toList()))
                .filter(group -> !group.examples().isEmpty())
                .toList();
    }

    private static Listed listed(ExampleQuery query, Texts texts, Links links) {
        return new Listed(
                query.name(),
                query.question(texts.language().code()),
                links.page("/query?example=" + query.name()),
                query.keywords().stream()
                        .map(k -> texts.find("keyword." + k).orElse(k))
                        .collect(Collectors.joining(", ")));
    }

    /** One for beginners on each subject. */
    List<Example> forBeginners(Texts texts, Links links) {
        var firsts = new EnumMap<Subject, ExampleQuery>(Subject.class);
        queries.stream().filter(ExampleQuery::isForBeginners).forEach(q -> firsts.putIfAbsent(q.subject(), q));
        return shown(List.copyOf(firsts.values()), texts, links);
    }

    private static List<Example> shown(List<ExampleQuery> queries, Texts texts, Links links) {
        return queries.stream()
                .map(q -> new Example(q.question(texts.language().code()), links.query(q.text())))
                .toList();
    }
}
