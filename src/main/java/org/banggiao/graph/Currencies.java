package org.banggiao.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.banggiao.time.HistoricalDate;
import org.jspecify.annotations.Nullable;

/**
 * Currencies in time: which đồng, kíp or rouble a code means in a period. Read from the code list, whose {@code
 * bg:recordCode}, {@code bg:validFrom} and {@code bg:validUntil} decide.
 */
final class Currencies {
    private record Currency(
            Node iri,
            String code,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        boolean isDated() {
            return from != null || until != null;
        }

        boolean holds(HistoricalDate date) {
            var first = date.earliestStart().orElse(LocalDate.MIN);
            var last = date.latestEnd().orElse(LocalDate.MAX);
            return (from == null || !first.isBefore(from)) && (until == null || !last.isAfter(until));
        }
    }

    private final List<Currency> currencies = new ArrayList<>();

    private Currencies() {}

    static Currencies from(Graph schema) {
        var scheme = Iris.code("currency", "").getURI();
        var result = new Currencies();
        schema.find(Node.ANY, Vocabulary.RECORD_CODE, Node.ANY).forEachRemaining(t -> {
            var iri = t.getSubject();
            if (iri.getURI().startsWith(scheme)) {
                result.currencies.add(new Currency(
                        iri,
                        t.getObject().getLiteralLexicalForm(),
                        day(schema, iri, Vocabulary.VALID_FROM),
                        day(schema, iri, Vocabulary.VALID_UNTIL)));
            }
        });
        result.currencies.sort((a, b) -> a.iri().getURI().compareTo(b.iri().getURI()));
        return result;
    }

    /**
     * The currency of a code in a period: the one whose days hold the whole period, else the one without days that stands
     * for all of the name. A code that the list lacks gives an address under the list that names the code.
     */
    Node of(String code, @Nullable HistoricalDate period) {
        Node undecided = null;
        for (var currency : currencies) {
            if (currency.code().equals(code)) {
                if (!currency.isDated()) {
                    undecided = currency.iri();
                } else if (period != null && currency.holds(period)) {
                    return currency.iri();
                }
            }
        }
        return undecided != null ? undecided : Iris.code("currency", code.toLowerCase(Locale.ROOT));
    }

    /** Whether the list has the currency, and so gives its labels. */
    boolean isListed(Node currency) {
        return currencies.stream().anyMatch(c -> c.iri().equals(currency));
    }

    private static @Nullable LocalDate day(Graph schema, Node subject, Node property) {
        var found = schema.find(subject, property, Node.ANY);
        return found.hasNext() ? LocalDate.parse(found.next().getObject().getLiteralLexicalForm()) : null;
    }
}
