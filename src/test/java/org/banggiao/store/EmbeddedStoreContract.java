package org.banggiao.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.RowSetOps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stores inside this process keep to besides: what a query uses here is bounded. What a remote store uses is its own affair. */
abstract class EmbeddedStoreContract extends StoreContract {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FILTER(REGEX(?text, \"^(a+)+\\\\1z\"))",
                "FILTER(REGEX(\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"^(a+)+\\\\1z\"))",
                "OPTIONAL { ?x :p ?y FILTER(REGEX(?text, \"^(.*)(.*)(.*)(.*)(.*)(.*)(.*)z$\", \"is\")) }",
                "BIND(REPLACE(?text, \"^(a+)+\\\\1z\", \"b\") AS ?w)",
                "FILTER EXISTS { ?x :p ?y FILTER(REGEX(?text, \"^((a|b|ab)*)*\\\\1z\")) }",
                "FILTER(<http://www.w3.org/2005/xpath-functions#matches>(?text, \"^(a+)+\\\\1z\"))",
                "BIND(<http://www.w3.org/2005/xpath-functions#replace>(?text, \"^(a+)+\\\\1z\", \"b\") AS ?w)"
            })
    void aRegularExpressionEndsWithItsQuery(String pattern) {
        var query = "PREFIX : <http://example.org/> SELECT * { ?s :p ?v BIND(CONCAT(\"" + "a".repeat(60)
                + "\", \"!\") AS ?text) " + pattern + " }";
        long start = System.nanoTime();
        try (var exec = store.query(QueryFactory.create(query), new QueryLimits(Duration.ofMillis(200)))) {
            assertThatThrownBy(() -> RowSetOps.count(exec.select())).isInstanceOf(QueryCancelledException.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aTextCannotGrowBeyondMeasure() {
        var doubling = new StringBuilder("BIND(\"0123456789abcdef\" AS ?x0) ");
        for (int i = 0; i < 40; i++) {
            doubling.append("BIND(CONCAT(?x" + i + ", ?x" + i + ") AS ?x" + (i + 1) + ") ");
        }
        assertThatThrownBy(() -> values("?s :p ?v " + doubling))
                .isInstanceOf(LimitExceededException.class)
                .hasMessage("A text that the query makes is longer than 1048576 characters.");
        var replacing = new StringBuilder("BIND(\"0123456789abcdef\" AS ?x0) ");
        for (int i = 0; i < 9; i++) {
            replacing.append("BIND(REPLACE(?x" + i + ", \"(.)\", \"$1$1$1$1\") AS ?x" + (i + 1) + ") ");
        }
        assertThatThrownBy(() -> values("?s :p ?v " + replacing)).isInstanceOf(LimitExceededException.class);
    }
}
