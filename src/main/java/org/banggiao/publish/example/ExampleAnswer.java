package org.banggiao.publish.example;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/**
 * What a query gives, as lines of text that are the same wherever the answer is: a line with the variables, then one for each
 * row, sorted, with tabs between cells. Addresses stand in their short form and literals bare; numbers without zeros at the
 * end. The key of what has no permanent one yet is a hash of its evidence and no part of the answer: it stands as
 * {@value #PROVISIONAL}.
 *
 * @param lines the variables and the rows
 */
public record ExampleAnswer(List<String> lines) {
    private static final String PROVISIONAL = "x-…";

    public ExampleAnswer {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an answer names its variables, also where it has no rows");
        }
    }

    /**
     * Asks a store.
     *
     * @throws org.apache.jena.query.QueryCancelledException where it takes longer than a query may
     */
    public static ExampleAnswer of(ExampleQuery example, Store store, Prefixes prefixes) {
        try (var execution = store.query(example.query(), QueryLimits.DEFAULT)) {
            var rowSet = execution.select();
            var variables = rowSet.getResultVars().stream().map(Var::getVarName).toList();
            var rows = new ArrayList<List<Optional<Node>>>();
            rowSet.forEachRemaining(row -> rows.add(
                    variables.stream().map(v -> Optional.ofNullable(row.get(v))).toList()));
            return of(variables, rows, prefixes);
        }
    }

    /**
     * An answer from its parts.
     *
     * @param rows the cells of each row in the order of the variables; empty where there is no value
     */
    public static ExampleAnswer of(List<String> variables, List<List<Optional<Node>>> rows, Prefixes prefixes) {
        var header = variables.stream().map(v -> "?" + v).collect(Collectors.joining("\t"));
        var lines = rows.stream()
                .map(row -> row.stream()
                        .map(cell -> cell.map(node -> text(node, prefixes)).orElse(""))
                        .collect(Collectors.joining("\t")))
                .sorted();
        return new ExampleAnswer(Stream.concat(Stream.of(header), lines).toList());
    }

    private static String text(Node node, Prefixes prefixes) {
        if (node.isURI()) {
            return prefixes.shorten(node.getURI())
                    .orElse("<" + node.getURI() + ">")
                    .replaceAll("(?<=[:/])x-[0-9a-f]{10}(?=[/>]|$)", PROVISIONAL);
        }
        if (!node.isLiteral()) {
            throw new IllegalArgumentException("an answer has addresses and literals only: " + node);
        }
        var text = node.getLiteralLexicalForm();
        if (XSDDatatype.XSDdecimal.equals(node.getLiteralDatatype())
                || XSDDatatype.XSDinteger.equals(node.getLiteralDatatype())) {
            var number = new BigDecimal(text);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return text.replaceAll("\\s+", " ");
    }

    /**
     * How it differs from another answer: the lines that only the other has, led by {@code -}, and those that only this one has,
     * led by {@code +}, in order; empty where they are the same.
     */
    public List<String> changesFrom(ExampleAnswer before) {
        var changes = new ArrayList<String>();
        int i = 0;
        int j = 0;
        while (i < before.lines.size() || j < lines.size()) {
            int compared = i == before.lines.size()
                    ? 1
                    : j == lines.size() ? -1 : compare(before.lines.get(i), i, lines.get(j), j);
            if (compared < 0) {
                changes.add("-" + before.lines.get(i++));
            } else if (compared > 0) {
                changes.add("+" + lines.get(j++));
            } else {
                i++;
                j++;
            }
        }
        return changes;
    }

    /** The line with the variables comes first. */
    private static int compare(String a, int indexOfA, String b, int indexOfB) {
        int isFirst = Boolean.compare(indexOfB == 0, indexOfA == 0);
        return isFirst != 0 ? isFirst : a.compareTo(b);
    }
}
