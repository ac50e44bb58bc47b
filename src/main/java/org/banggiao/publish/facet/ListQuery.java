package org.banggiao.publish.facet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.PathWriter;
import org.banggiao.publish.entity.Prefixes;

/**
 * The queries that give what a list shows: its members in their order, how many they are, and how many each value of a facet
 * has. They are made from the same shapes as the index, and a test compares the two.
 */
public final class ListQuery {
    private static final Set<String> TAKEN =
            Set.of("thing", "label", "date", "uses", "count", "name", "from", "d", "user", "any");

    private final Prefixes prefixes;
    private final Prologue prologue;

    /**
     * Queries with these short names.
     *
     * @param prefixes the short names
     */
    public ListQuery(Prefixes prefixes) {
        this.prefixes = prefixes;
        this.prologue = new Prologue(PrefixMapping.Factory.create().setNsPrefixes(prefixes.namespaces()));
    }

    /** All that a state selects, in order, each with its name in a language (BCP 47) and what it is ordered by. */
    public String members(ListState state, String language, FacetIndex index) {
        var shape = state.shape();
        var text = new StringBuilder("SELECT ?thing (MIN(STR(?name)) AS ?label)");
        shape.date().ifPresent(d -> text.append(" (MIN(STR(?d)) AS ?date)"));
        shape.use().ifPresent(u -> text.append(" (COUNT(DISTINCT ?user) AS ?uses)"));
        text.append(" WHERE {\n").append(pattern(state, index, Optional.empty()));
        text.append("  OPTIONAL { ?thing rdfs:label ?name FILTER(LANG(?name) = \"")
                .append(language)
                .append("\") }\n");
        shape.date()
                .ifPresent(
                        d -> text.append("  OPTIONAL { ?thing ").append(path(d)).append(" ?d }\n"));
        shape.use()
                .ifPresent(
                        u -> text.append("  OPTIONAL { ?thing ").append(path(u)).append(" ?user }\n"));
        text.append("} GROUP BY ?thing\nORDER BY ").append(order(state.order())).append(" STR(?thing)");
        return declared(text);
    }

    /** How many a state selects. */
    public String count(ListState state, FacetIndex index) {
        return declared(new StringBuilder("SELECT (COUNT(DISTINCT ?thing) AS ?count) WHERE {\n")
                .append(pattern(state, index, Optional.empty()))
                .append("}"));
    }

    /** How many members each value of a facet has, with what is chosen of the facet itself left out. */
    public String counts(ListState state, Facet facet, FacetIndex index) {
        return counts(state, facet, index, 1);
    }

    /** The same by ranges of so many years, for a facet of years. */
    public String counts(ListState state, Facet facet, FacetIndex index, int years) {
        var variable = variable(facet);
        var group = facet.as() == Facet.As.YEARS && years > 1 ? "?from" : variable;
        var text = new StringBuilder("SELECT " + group + " (COUNT(DISTINCT ?thing) AS ?count) WHERE {\n");
        text.append(pattern(state, index, Optional.of(facet)));
        switch (facet.as()) {
            case TERMS, HIERARCHY -> {
                text.append("  ?thing ").append(path(facet.closedPath())).append(' ');
                text.append(variable).append(" .\n");
                if (!facet.in().isEmpty()) {
                    text.append("  FILTER(").append(in(variable, facet.in())).append(")\n");
                }
                facet.within()
                        .ifPresent(w -> text.append("  ")
                                .append(variable)
                                .append(' ')
                                .append(path(PathFactory.pathOneOrMore1(
                                        PathFactory.pathLink(facet.broader().orElseThrow()))))
                                .append(' ')
                                .append(term(w))
                                .append(" .\n"));
            }
            case YEARS -> {
                text.append("  ?thing ").append(path(facet.path())).append(' ');
                text.append(variable).append(" .\n");
                if (years > 1) {
                    text.append(
                            "  BIND(xsd:integer(FLOOR(" + variable + " / " + years + ")) * " + years + " AS ?from)\n");
                }
            }
            case YES_NO ->
                text.append("  BIND(EXISTS { ?thing ")
                        .append(path(facet.path()))
                        .append(" ?any } AS " + variable + ")\n");
        }
        text.append("} GROUP BY ").append(group).append("\nORDER BY ");
        text.append(facet.as() == Facet.As.YEARS ? group : "DESC(?count) " + variable);
        return declared(text);
    }

    /**
     * What is selected, of all facets but one. Its filters stand in a group of their own, so that an engine looks at them once
     * for each member and not for each of its values.
     */
    private String pattern(ListState state, FacetIndex index, Optional<Facet> left) {
        var shape = state.shape();
        var filters = new StringBuilder();
        for (var need : shape.needs()) {
            filters.append("    FILTER EXISTS { ?thing ").append(path(need)).append(" ?any }\n");
        }
        for (var facet : state.narrowing()) {
            if (left.filter(facet::equals).isEmpty()) {
                filters.append(filter(facet, state.of(facet), index));
            }
        }
        var members = "?thing a " + term(shape.type()) + " .\n";
        return filters.isEmpty() ? "  " + members : "  {\n    " + members + filters + "  }\n";
    }

    private String filter(Facet facet, List<String> texts, FacetIndex index) {
        return switch (facet.as()) {
            case TERMS, HIERARCHY -> {
                var nodes = texts.stream()
                        .flatMap(t -> index
                                .value(facet, t)
                                .map(FacetValue::nodes)
                                .orElseGet(
                                        () -> facet.node(t, prefixes).stream().toList())
                                .stream())
                        .toList();
                var path = path(facet.closedPath());
                yield nodes.size() == 1
                        ? "    FILTER EXISTS { ?thing " + path + " " + term(nodes.getFirst()) + " }\n"
                        : "    FILTER EXISTS { ?thing " + path + " " + variable(facet) + " FILTER("
                                + in(variable(facet), nodes) + ") }\n";
            }
            case YEARS -> {
                var variable = variable(facet);
                var ranges = texts.stream()
                        .flatMap(t -> YearRange.parse(t).stream())
                        .map(r -> range(r, variable))
                        .toList();
                var all = ranges.size() == 1
                        ? ranges.getFirst()
                        : ranges.stream().map(r -> "(" + r + ")").collect(Collectors.joining(" || "));
                yield "    FILTER EXISTS { ?thing " + path(facet.path()) + " " + variable + " FILTER(" + all + ") }\n";
            }
            case YES_NO -> {
                boolean both = texts.size() > 1;
                yield both
                        ? ""
                        : "    FILTER " + (texts.contains(Facet.NO) ? "NOT " : "") + "EXISTS { ?thing "
                                + path(facet.path()) + " ?any }\n";
            }
        };
    }

    private static String range(YearRange range, String variable) {
        if (range.from() == range.to()) {
            return variable + " = " + range.from();
        }
        var from = range.from() == YearRange.OPEN_FROM ? "" : variable + " >= " + range.from();
        var to = range.to() == YearRange.OPEN_TO ? "" : variable + " <= " + range.to();
        return from + (from.isEmpty() || to.isEmpty() ? "" : " && ") + to;
    }

    private String in(String variable, List<Node> nodes) {
        return variable + " IN (" + nodes.stream().map(this::term).collect(Collectors.joining(", ")) + ")";
    }

    private static String order(Order order) {
        return switch (order) {
            case DATE -> "(!BOUND(?date)) " + key("?date", Order.DATED);
            case DATE_DOWN -> "(!BOUND(?date)) DESC(" + key("?date", Order.DATED) + ")";
            case USE -> "DESC(?uses)";
            case NAME -> key("LCASE(?label)", Order.FOLDED) + " ?label";
        };
    }

    private static String key(String variable, String[][] replacements) {
        var text = variable;
        for (var pair : replacements) {
            text = "REPLACE(" + text + ", \"" + pair[0] + "\", \"" + pair[1] + "\")";
        }
        return text;
    }

    private static String variable(Facet facet) {
        var name = facet.key().replace('-', '_');
        return "?" + (TAKEN.contains(name) ? name + "_" : name);
    }

    private String path(Path path) {
        return PathWriter.asString(path, prologue);
    }

    private String term(Node node) {
        return node.isURI()
                ? prefixes.shorten(node.getURI()).orElse("<" + node.getURI() + ">")
                : NodeFmtLib.strNT(node);
    }

    private String declared(StringBuilder text) {
        return prefixes.declare(text.toString()) + text;
    }
}
