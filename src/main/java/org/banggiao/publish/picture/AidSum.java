package org.banggiao.publish.picture;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.banggiao.graph.Vocabulary;
import org.banggiao.publish.entity.Subgraph;

/**
 * What an aid flow says of sums: who gave whom at which stage, and the one amount that may be added to others of its donors, recipient,
 * stage and unit, if it has one. What may be added is computed when the graph is built; here it is only read.
 */
final class AidSum {
    /** Gives the properties of all flows, and their summable amounts. */
    static final String QUERY = "SELECT ?s ?p ?o ?value ?unit {"
            + " { VALUES ?p { bg:donorSet bg:recipientCountry bg:flowStage bg:year bg:summability bg:sector bg:aidType bg:financeType }"
            + " ?s a bg:AidFlow ; ?p ?o } UNION"
            + " { ?s a bg:AidFlow ; bg:summableAmount ?o . ?o bg:value ?value ; bg:unit ?unit } }";

    private final Map<Node, SortedSet<Node>> values = new TreeMap<>(Subgraph.ORDER);
    private final Map<Node, BigDecimal> amounts = new TreeMap<>(Subgraph.ORDER);

    /** Takes in a row of the query. */
    static void read(Binding row, Map<Node, AidSum> all) {
        var sum = all.computeIfAbsent(row.get("s"), s -> new AidSum());
        var property = row.get("p");
        if (property != null) {
            sum.values
                    .computeIfAbsent(property, p -> new TreeSet<>(Subgraph.ORDER))
                    .add(row.get("o"));
        } else if (row.get("value").isLiteral()) {
            sum.amounts.put(row.get("unit"), new BigDecimal(row.get("value").getLiteralLexicalForm()));
        }
    }

    /** All values at a property. */
    SortedSet<Node> values(Node property) {
        return values.getOrDefault(property, new TreeSet<>(Subgraph.ORDER));
    }

    /** The value at a property, where there is exactly one. */
    Optional<Node> only(Node property) {
        var all = values(property);
        return all.size() == 1 ? Optional.of(all.first()) : Optional.empty();
    }

    Optional<Node> stage() {
        return only(Vocabulary.FLOW_STAGE);
    }

    /** The unit of what may be added, if something may. */
    Optional<Node> unit() {
        return amounts.keySet().stream().findFirst();
    }

    /** What may be added, in a unit. */
    Optional<BigDecimal> amount(Node unit) {
        return Optional.ofNullable(amounts.get(unit));
    }

    /** Whether it can stand in a sum: it says who gave and, as a country, who received, and has an amount that may be added. */
    boolean isSummable() {
        return !amounts.isEmpty()
                && only(Vocabulary.DONOR_SET).isPresent()
                && only(Vocabulary.RECIPIENT_COUNTRY).isPresent()
                && stage().isPresent();
    }

    /** Why it may be added or not. */
    Optional<Node> summability() {
        return only(Vocabulary.SUMMABILITY);
    }
}
