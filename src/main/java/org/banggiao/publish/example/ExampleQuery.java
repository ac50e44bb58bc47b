package org.banggiao.publish.example;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;

/**
 * A question and the query that answers it: a file of {@code sparql-examples/}. The query parses, and the question is put in
 * {@value #ENGLISH} and {@value #VIETNAMESE} at least.
 *
 * @param name the file's name without its ending; what the example is called in addresses
 * @param questions the question by language
 * @param keywords what it is about, sorted; {@value #BEGINNER} marks what one starts with
 * @param text the query with the prefixes that it uses declared
 */
public record ExampleQuery(String name, Map<String, String> questions, List<String> keywords, String text) {
    /** A keyword: a query to start from, of four triple patterns at most, or eight where it adds up. */
    public static final String BEGINNER = "beginner";

    private static final String ENGLISH = "en";
    private static final String VIETNAMESE = "vi";

    public ExampleQuery {
        questions = Collections.unmodifiableMap(new TreeMap<>(questions));
        keywords = keywords.stream().sorted().toList();
        for (var language : List.of(ENGLISH, VIETNAMESE)) {
            if (questions.getOrDefault(language, "").isBlank()) {
                throw new IllegalArgumentException(
                        "the question is asked in " + questions.keySet() + ", not in " + language);
            }
        }
        var parsed = QueryFactory.create(text);
        if (!parsed.isSelectType()) {
            throw new IllegalArgumentException("the query is no SELECT");
        }
    }

    /** The question in a language, in English where it is not asked in that. */
    public String question(String language) {
        return Objects.requireNonNull(questions.getOrDefault(language, questions.get(ENGLISH)));
    }

    /** Whether one can start with it. */
    public boolean isForBeginners() {
        return keywords.contains(BEGINNER);
    }

    /** The query as it is run. */
    public Query query() {
        return QueryFactory.create(text);
    }
}
