package org.banggiao.publish.example;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingComparator;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.publish.search.SearchIndexes;
import org.banggiao.publish.search.SearchPatterns;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/**
 * What a query gives, as lines of text that are the same wherever the answer is: a line with the variables, then one for each
 * row, with tabs between cells. Rows stand in the order that the query asks for, and by their text where it leaves the order
 * open. ASK gives one cell, CONSTRUCT and DESCRIBE a row for each triple. Addresses stand in their short form and literals
 * bare; numbers without zeros at the end. The key of what has no permanent one yet is a hash of its evidence and no part of
 * the answer: it stands as {@value #PROVISIONAL}.
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
        var query = new SearchPatterns(new SearchIndexes()).expand(example.query(), store);
        try (var execution = store.query(query, QueryLimits.DEFAULT)) {
            return switch (query.queryType()) {
                case ASK -> of(execution.ask());
                case CONSTRUCT -> ofTriples(iterate(execution.constructTriples()), prefixes);
                case DESCRIBE -> ofTriples(iterate(execution.describeTriples()), prefixes);
                default -> {
                    var found = execution.select();
                    var variables =
                            found.getResultVars().stream().map(Var::getVarName).toList();
                    yield of(query, variables, iterate(found), prefixes);
                }
            };
        }
    }

    private static <T> List<T> iterate(Iterator<T> found) {
        var all = new ArrayList<T>();
        found.forEachRemaining(all::add);
        return all;
    }

    /** The answer of an ASK. */
    public static ExampleAnswer of(boolean isTrue) {
        return new ExampleAnswer(List.of("?answer", String.valueOf(isTrue)));
    }

    /** The answer of a CONSTRUCT or DESCRIBE; a triple that comes twice counts once. */
    public static ExampleAnswer ofTriples(List<Triple> triples, Prefixes prefixes) {
        var lines = triples.stream()
                .map(t -> Stream.of(t.getSubject(), t.getPredicate(), t.getObject())
                        .map(node -> text(node, prefixes))
                        .collect(Collectors.joining("\t")))
                .distinct()
                .sorted();
        return new ExampleAnswer(
                Stream.concat(Stream.of("?subject\t?predicate\t?object"), lines).toList());
    }

    /**
     * The answer of a SELECT.
     *
     * @param variables in the order of the columns
     * @param rows what the query gave
     */
    public static ExampleAnswer of(Query query, List<String> variables, List<Binding> rows, Prefixes prefixes) {
        var header = variables.stream().map(v -> "?" + v).collect(Collectors.joining("\t"));
        var order = query.hasOrderBy() ? new BindingComparator(query.getOrderBy()) : null;
        var lines = rows.stream()
                .map(row -> new Line(row, text(row, variables, prefixes)))
                .sorted((a, b) -> {
                    int asked = order == null ? 0 : order.compare(a.row(), b.row());
                    return asked != 0 ? asked : a.text().compareTo(b.text());
                })
                .map(Line::text);
        return new ExampleAnswer(Stream.concat(Stream.of(header), lines).toList());
    }

    private record Line(Binding row, String text) {}

    private static String text(Binding row, List<String> variables, Prefixes prefixes) {
        return variables.stream()
                .map(v -> Optional.ofNullable(row.get(v))
                        .map(node -> text(node, prefixes))
                        .orElse(""))
                .collect(Collectors.joining("\t"));
    }

    /** The names of the columns, without question marks. */
    public List<String> columns() {
        return Stream.of(lines.getFirst().split("\t", -1))
                .map(v -> v.substring(1))
                .toList();
    }

    /** How many rows there are. */
    public int size() {
        return lines.size() - 1;
    }

    /** The cells of the first rows. */
    public List<List<String>> firstRows(int most) {
        return lines.stream()
                .skip(1)
                .limit(most)
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
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
     * led by {@code +}, in the order of their text; where both have the same lines in another order, a line that says so; empty
     * where they are the same.
     */
    public List<String> changesFrom(ExampleAnswer before) {
        var old = before.sorted();
        var now = sorted();
        var changes = new ArrayList<String>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            int compared = i == old.size() ? 1 : j == now.size() ? -1 : compare(old.get(i), i, now.get(j), j);
            if (compared < 0) {
                changes.add("-" + old.get(i++));
            } else if (compared > 0) {
                changes.add("+" + now.get(j++));
            } else {
                i++;
                j++;
            }
        }
        return changes.isEmpty() && !lines.equals(before.lines)
                ? List.of("the same rows stand in another order")
                : changes;
    }

    private List<String> sorted() {
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).sorted())
                .toList();
    }

    /** The line with the variables comes first. */
    private static int compare(String a, int indexOfA, String b, int indexOfB) {
        int isFirst = Boolean.compare(indexOfB == 0, indexOfA == 0);
        return isFirst != 0 ? isFirst : a.compareTo(b);
    }
}
