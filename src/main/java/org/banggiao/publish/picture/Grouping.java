package org.banggiao.publish.picture;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;

/** By what sums of aid are kept apart, beside who gave it. */
public enum Grouping {
    RECIPIENT("recipient", Vocabulary.RECIPIENT_COUNTRY),
    SECTOR("sector", Vocabulary.SECTOR),
    AID_TYPE("aidtype", Vocabulary.AID_TYPE),
    TERMS("terms", Vocabulary.FINANCE_TYPE);

    private final String parameter;
    private final Node property;

    Grouping(String parameter, Node property) {
        this.parameter = parameter;
        this.property = property;
    }

    /** The name in addresses. */
    String parameter() {
        return parameter;
    }

    /** The property of a flow that says it. */
    Node property() {
        return property;
    }

    /**
     * The grouping of a name in addresses; by recipient where it is empty.
     *
     * @throws IllegalArgumentException where there is none of this name
     */
    public static Grouping of(String parameter) {
        if (parameter.isEmpty()) {
            return RECIPIENT;
        }
        return Arrays.stream(values())
                .filter(g -> g.parameter.equals(parameter))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Sums can be kept apart by "
                        + Arrays.stream(values()).map(Grouping::parameter).collect(Collectors.joining(", "))
                        + " (parameter by), not by \"" + parameter + "\"."));
    }

    /** What a flow is counted under; empty where it says nothing, or several things of which none is its own. */
    Optional<Node> of(AidSum flow) {
        return flow.only(property);
    }

    /** The lines of a query that bind a group to each flow, as its address, or an empty text where it has none or several. */
    String sparql() {
        var name = "bg:" + property.getURI().substring(Vocabulary.BG.length());
        return this == RECIPIENT
                ? "  ?flow " + name + " ?group .\n"
                : "  OPTIONAL { SELECT ?flow (COUNT(DISTINCT ?g) AS ?groups) (SAMPLE(?g) AS ?first) WHERE { ?flow "
                        + name
                        + " ?g } GROUP BY ?flow }\n"
                        + "  BIND(IF(BOUND(?groups) && ?groups = 1, STR(?first), \"\") AS ?group)\n";
    }
}
