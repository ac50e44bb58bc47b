package org.banggiao.publish.page;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
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

    /**
     * Those of one level.
     *
     * @param title the level, in words
     */
    public record Group(String title, List<Example> examples) {}

    /** All of them by level, those for beginners first. */
    List<Group> all(Texts texts, Links links) {
        return Arrays.stream(Level.values())
                .map(level -> new Group(
                        texts.get("level." + level.code()),
                        shown(queries.stream().filter(q -> q.level() == level).toList(), texts, links)))
                .filter(group -> !group.examples().isEmpty())
                .toList();
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
