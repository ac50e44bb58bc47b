package org.banggiao.publish.sparql;

import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.banggiao.publish.http.Problem;

/** What a query gives, as far as a page shows it. */
public sealed interface BoundedAnswer {
    /** The first rows or triples of this; all, where there are no more. */
    default BoundedAnswer first(int most) {
        return switch (this) {
            case Rows all -> all.rows.size() <= most ? all : new Rows(all.variables, all.rows.subList(0, most), true);
            case Triples all -> all.triples.size() <= most ? all : new Triples(all.triples.subList(0, most), true);
            case Truth truth -> truth;
            case Refused refused -> refused;
        };
    }

    /**
     * Rows of a SELECT.
     *
     * @param variables the columns
     * @param rows values by variable; an unbound one is absent
     * @param isCut whether there are more rows than these
     */
    record Rows(List<String> variables, List<Map<String, Node>> rows, boolean isCut) implements BoundedAnswer {
        public Rows {
            variables = List.copyOf(variables);
            rows = List.copyOf(rows);
        }
    }

    /** The answer to an ASK. */
    record Truth(boolean isTrue) implements BoundedAnswer {}

    /**
     * Triples of a CONSTRUCT or DESCRIBE.
     *
     * @param isCut whether there are more triples than these
     */
    record Triples(List<Triple> triples, boolean isCut) implements BoundedAnswer {
        public Triples {
            triples = List.copyOf(triples);
        }
    }

    /** Why there is no answer. */
    record Refused(Problem problem) implements BoundedAnswer {}
}
