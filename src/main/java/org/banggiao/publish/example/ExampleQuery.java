package org.banggiao.publish.example;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * A question and the query that answers it: a file of {@code sparql-examples/}. The query parses, and the question is put in
 * {@value #ENGLISH} and {@value #VIETNAMESE} at least.
 *
 * @param name the file's name without its ending; what the example is called in addresses
 * @param questions the question by language
 * @param level whom it suits
 * @param keywords what it is about, sorted; one or more of them name a {@link Subject}
 * @param partners the endpoints that it asks together with this one, sorted; none: it is asked at {@code /sparql}
 * @param text the query with the prefixes that it uses declared: SELECT, ASK, CONSTRUCT or DESCRIBE
 */
public record ExampleQuery(
        String name,
        Map<String, String> questions,
        Level level,
        List<String> keywords,
        List<String> partners,
        String text) {
    private static final String ENGLISH = "en";
    private static final String VIETNAMESE = "vi";

    public ExampleQuery {
        questions = Collections.unmodifiableMap(new TreeMap<>(questions));
        keywords = keywords.stream().sorted().toList();
        partners = partners.stream().sorted().toList();
        for (var language : List.of(ENGLISH, VIETNAMESE)) {
            if (questions.getOrDefault(language, "").isBlank()) {
                throw new IllegalArgumentException(
                        "the question is asked in " + questions.keySet() + ", not in " + language);
            }
        }
        Subject.of(keywords);
        QueryFactory.create(text);
    }

    /** The question in a language, in English where it is not asked in that. */
    public String question(String language) {
        return Objects.requireNonNull(questions.getOrDefault(language, questions.get(ENGLISH)));
    }

    /** Whether one can start with it. */
    public boolean isForBeginners() {
        return level == Level.BEGINNER;
    }

    /** Whether it asks other endpoints together with this one. */
    public boolean isFederated() {
        return !partners.isEmpty();
    }

    /** The subject under which it stands. */
    public Subject subject() {
        return Subject.of(keywords);
    }

    /** The query as it is run. */
    public Query query() {
        return QueryFactory.create(text);
    }

    /** The addresses that the query names: things, classes, properties and concepts. */
    public Set<Node> terms() {
        return QueryTerms.of(query());
    }
}
