package org.banggiao.publish.federation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;
import org.eclipse.rdf4j.query.BindingSet;

/**
 * Tells of each row which members it is from: those that hold a triple which matches a pattern of the query with the values of
 * the row. That is asked of each member, for many rows at once.
 */
final class Trace {
    /** The variable that is added to the result: names of members with a space between. */
    static final String VARIABLE = "_members";

    private static final int BLOCK = 100;

    private final Query query;
    private final List<Triple> patterns;

    private Trace(Query query, List<Triple> patterns) {
        this.query = query;
        this.patterns = patterns;
    }

    /** Why the rows of a query cannot be traced; empty where they can. */
    static Optional<String> fault(Query query) {
        if (!query.isSelectType() || query.hasGroupBy() || query.hasAggregators() || hasSubquery(query)) {
            return Optional.of(
                    "The rows of a SELECT without groups, sums and subqueries can be traced: leave out trace, or"
                            + " ask for the rows behind the sum.");
        }
        return Optional.empty();
    }

    /** The trace of a query that can be traced. */
    static Trace of(Query query) {
        var patterns = new LinkedHashSet<Triple>();
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementPathBlock block) {
                block.patternElts().forEachRemaining(p -> {
                    if (p.isTriple()) {
                        patterns.add(p.asTriple());
                    }
                });
            }
        });
        var traced = query.cloneQuery();
        // A row for each way in which it was found: two of them may be from different members.
        traced.setDistinct(false);
        traced.setReduced(false);
        if (!traced.isQueryResultStar()) {
            var shown = new HashSet<>(traced.getProjectVars());
            patterns.stream()
                    .flatMap(p -> variables(p).stream())
                    .filter(shown::add)
                    .forEach(traced::addResultVar);
        }
        return new Trace(traced, List.copyOf(patterns));
    }

    private static boolean hasSubquery(Query query) {
        var found = new boolean[1];
        ElementWalker.walk(query.getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementSubQuery subquery) {
                found[0] = true;
            }
        });
        return found[0];
    }

    /** The query with all variables that the trace needs. */
    Query query() {
        return query;
    }

    /** The members of each row, by its index. */
    List<Set<String>> members(List<BindingSet> rows, List<Partner> partners, Calls calls) {
        var members = rows.stream()
                .map(r -> (Set<String>) new TreeSet<String>())
                .collect(Collectors.toCollection(ArrayList::new));
        for (var pattern : patterns) {
            var variables = variables(pattern);
            var byValues = new HashMap<List<Node>, List<Integer>>();
            for (int i = 0; i < rows.size(); i++) {
                int row = i;
                values(rows.get(i), variables)
                        .ifPresent(v -> byValues.computeIfAbsent(v, k -> new ArrayList<>())
                                .add(row));
            }
            var all = List.copyOf(byValues.keySet());
            for (int from = 0; from < all.size(); from += BLOCK) {
                var block = all.subList(from, Math.min(all.size(), from + BLOCK));
                for (var partner : partners) {
                    for (var found : held(pattern, variables, block, partner, calls)) {
                        byValues.getOrDefault(found, List.of())
                                .forEach(row ->
                                        members.get(row).add(partner.member().id()));
                    }
                }
            }
        }
        return members;
    }

    private static List<Var> variables(Triple pattern) {
        return List.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject()).stream()
                .filter(n -> n.isVariable() && !Var.isBlankNodeVar(n))
                .map(Var::alloc)
                .distinct()
                .toList();
    }

    /** The values of a row; empty where one is missing or cannot be asked for. */
    private static Optional<List<Node>> values(BindingSet row, List<Var> variables) {
        var values = new ArrayList<Node>();
        for (var variable : variables) {
            var value = row.getValue(variable.getVarName());
            if (value == null || value.isBNode()) {
                return Optional.empty();
            }
            values.add(Terms.node(value));
        }
        return Optional.of(values);
    }

    private static List<List<Node>> held(
            Triple pattern, List<Var> variables, List<List<Node>> block, Partner partner, Calls calls) {
        var names = variables.stream().map(v -> "?" + v.getVarName()).collect(Collectors.joining(" "));
        var text = new StringBuilder("SELECT DISTINCT ")
                .append(variables.isEmpty() ? "*" : names)
                .append(" { VALUES (")
                .append(names)
                .append(") {");
        for (var values : block) {
            text.append(values.stream().map(NodeFmtLib::strNT).collect(Collectors.joining(" ", " (", ")")));
        }
        text.append(" } ")
                .append(term(pattern.getSubject()))
                .append(' ')
                .append(term(pattern.getPredicate()))
                .append(' ')
                .append(term(pattern.getObject()))
                .append(" }");
        var found = new ArrayList<List<Node>>();
        calls.begin();
        try {
            var rows = ResultSetFactory.fromJSON(new ByteArrayInputStream(calls.ask(partner, text.toString())));
            while (rows.hasNext()) {
                var row = rows.nextBinding();
                found.add(variables.stream().map(row::get).toList());
            }
        } catch (IOException e) {
            // Noted among the calls: the answer says that this member is missing.
            return List.of();
        }
        return found;
    }

    private static String term(Node node) {
        if (Var.isBlankNodeVar(node)) {
            return "?_blank" + node.getName().replaceAll("[^0-9A-Za-z]", "");
        }
        return node.isVariable() ? "?" + node.getName() : NodeFmtLib.strNT(node);
    }
}
