package org.banggiao.publish.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    private static final List<String> OFFERS = List.of("text/html", "text/turtle", "application/ld+json");

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "null, text/html",
                "'', text/html",
                "*/*, text/html",
                "text/turtle, text/turtle",
                "TEXT/TURTLE, text/turtle",
                "'text/turtle;q=0.5, application/ld+json', application/ld+json",
                "'text/turtle;q=0.5, application/ld+json;q=0.51', application/ld+json",
                "'text/*;q=0.3, text/turtle;q=0.7, */*;q=0.5', text/turtle",
                "'text/html;q=0, */*', text/turtle",
                "'text/html;q=0, text/*;q=0.1', text/turtle",
                "'text/turtle;charset=utf-8;q=0.2, text/html;q=0.1', text/turtle",
                "'application/*', application/ld+json",
                "'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', text/html",
                "'nonsense, text/turtle;q=high, application/ld+json;q=0.1', application/ld+json",
                "'nonsense', text/html",
                "'image/png', null",
                "'*/*;q=0', null",
                "'text/turtle;q=0.0', null",
                "'text/turtle;q=1.5', text/html",
                "'text/turtle; q=0.4 , text/html ; q=0.3', text/turtle"
            })
    void picksWhatTheClientLikesBest(String header, String best) {
        assertThat(Accept.parse(header).best(OFFERS).orElse(null)).isEqualTo(best);
    }

    @Test
    void namesMeansWithoutWildcard() {
        var accept = Accept.parse("text/html, application/json;q=0, */*;q=0.1");
        assertThat(accept.names("text/html")).isTrue();
        assertThat(accept.names("application/json")).isFalse();
        assertThat(accept.names("text/turtle")).isFalse();
    }
}
