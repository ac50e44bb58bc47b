package org.banggiao.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Asks what we need to know of a remote store ourselves.
 *
 * @param dataset that is asked
 * @param limits of each query
 */
record RemoteQueries(RemoteEndpoint endpoint, RemoteDataset dataset, QueryLimits limits) {
    /** Hands over each row of a query. */
    void rows(String select, Consumer<Row> action) {
        var query = QueryFactory.create(select, Syntax.syntaxSPARQL_11);
        try (var exec = new RemoteExec(endpoint, query, dataset.sent(query), limits)) {
            exec.select().forEachRemaining(binding -> action.accept(new Row(binding)));
        }
    }

    /** All rows as text. */
    List<String> texts(String select) {
        var rows = new ArrayList<String>();
        rows(select, row -> rows.add(row.binding().toString()));
        return rows;
    }

    /** A row of an answer. */
    record Row(Binding binding) {
        boolean isIri(String variable) {
            var node = binding.get(Var.alloc(variable));
            return node != null && node.isURI();
        }

        /** The form of a literal, the IRI of a resource; empty where there is none. */
        String text(String variable) {
            var node = binding.get(Var.alloc(variable));
            return node == null ? "" : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        }

        /** A count, in whatever type of number the store gives it. */
        long number(String variable) {
            var node = Objects.requireNonNull(binding.get(Var.alloc(variable)), variable);
            return NodeValue.makeNode(node).getDecimal().longValueExact();
        }
    }
}
