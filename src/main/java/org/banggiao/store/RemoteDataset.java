package org.banggiao.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementUnion;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.sparql.syntax.Template;

/**
 * Says to a remote store what our queries mean by themselves: which graphs are asked, and what a description is. Both are left to the
 * store by SPARQL, and stores differ.
 *
 * @param graphs the named graphs
 * @param defaults the graphs whose union the default graph is; empty where the store has a union of the named ones by itself
 * @param union the name under which the store has that union; empty where its default graph is that
 */
record RemoteDataset(SortedSet<String> graphs, List<String> defaults, Optional<String> union) {
    /** The name under which Jena, and so Fuseki, has the union of all named graphs. */
    static final String UNION_OF_JENA = "urn:x-arq:UnionGraph";

    /** A graph that no store has: where a query asks no graph by name, or none as its default, none is asked. */
    private static final String NOTHING = "urn:x-banggiao:nothing";

    RemoteDataset {
        graphs = new TreeSet<>(graphs);
        defaults = List.copyOf(defaults);
    }

    RemoteDataset(SortedSet<String> graphs, List<String> defaults) {
        this(graphs, defaults, Optional.empty());
    }

    /** The query as it is sent. */
    Query sent(Query query) {
        var sent = query.isDescribeType() ? construct(query) : query.cloneQuery();
        if (sent.hasDatasetDescription()) {
            var asked = of(sent.getGraphURIs(), sent.getNamedGraphURIs());
            sent.getGraphURIs().clear();
            sent.getNamedGraphURIs().clear();
            asked.name(sent, true, true);
        } else {
            name(sent, true, true);
        }
        return sent;
    }

    /** What a query asks that names its graphs itself ({@code FROM}, {@code FROM NAMED}): of those only that are here. */
    RemoteDataset of(Collection<String> from, Collection<String> fromNamed) {
        var asked = known(from);
        return new RemoteDataset(new TreeSet<>(known(fromNamed)), asked.isEmpty() ? List.of(NOTHING) : asked);
    }

    /**
     * Names the graphs in a query.
     *
     * @param ofDefault whether it asks the default graph
     * @param ofNamed whether it asks named graphs
     */
    void name(Query query, boolean ofDefault, boolean ofNamed) {
        if (union.isPresent() && ofDefault) {
            query.setQueryPattern(within(union.get(), query.getQueryPattern()));
        }
        if (defaults.isEmpty()) {
            return;
        }
        (ofDefault ? defaults : List.of(NOTHING)).forEach(query::addGraphURI);
        (ofNamed && !graphs.isEmpty() ? graphs : List.of(NOTHING)).forEach(query::addNamedGraphURI);
    }

    /** A pattern whose default graph is a named one; what it asks of graphs by their names stays as it is (SPARQL 1.1, section 13.3). */
    private static ElementGroup within(String graph, Element pattern) {
        var group = new ElementGroup();
        group.addElement(new ElementNamedGraph(NodeFactory.createURI(graph), pattern));
        return group;
    }

    /** Whether a store may find a triple of the default graph twice. */
    boolean countsTwice() {
        return defaults.size() > 1;
    }

    private List<String> known(Collection<String> names) {
        return names.stream().filter(graphs::contains).distinct().toList();
    }

    /** A description is all triples that start at what is described. */
    static Query construct(Query describe) {
        var pattern = describe.getQueryPattern();
        var used = new TreeSet<String>(describe.getResultVars());
        if (pattern != null) {
            PatternVars.vars(pattern).forEach(v -> used.add(v.getVarName()));
        }
        var subject = fresh("described", used);
        var property = fresh("property", used);
        var object = fresh("object", used);
        var triple = Triple.create(subject, property, object);
        // The triple stands in each way by itself: Virtuoso joins nothing to VALUES in a union.
        var ways = new ElementUnion();
        ways.addElement(described(values(subject, describe.getResultURIs()), triple));
        if (pattern != null) {
            for (var variable : describe.getProjectVars()) {
                ways.addElement(described(new ElementSubQuery(solutions(describe, variable, subject)), triple));
            }
        }
        var where = new ElementGroup();
        where.addElement(ways);
        var query = new Query();
        query.setSyntax(describe.getSyntax());
        query.setQueryConstructType();
        var template = new BasicPattern();
        template.add(triple);
        query.setConstructTemplate(new Template(template));
        query.setQueryPattern(where);
        describe.getGraphURIs().forEach(query::addGraphURI);
        describe.getNamedGraphURIs().forEach(query::addNamedGraphURI);
        return query;
    }

    private static Var fresh(String name, Collection<String> used) {
        var free = name;
        while (used.contains(free)) {
            free += "_";
        }
        return Var.alloc(free);
    }

    private static ElementGroup described(Element which, Triple triple) {
        var triples = new ElementTriplesBlock();
        triples.addTriple(triple);
        var group = new ElementGroup();
        group.addElement(which);
        group.addElement(triples);
        return group;
    }

    private static ElementData values(Var variable, Collection<Node> nodes) {
        var data = new ElementData(new ArrayList<>(List.of(variable)), new ArrayList<>());
        nodes.forEach(node -> data.add(BindingFactory.binding(variable, node)));
        return data;
    }

    private static Query solutions(Query describe, Var variable, Var as) {
        var inner = new Query();
        inner.setSyntax(describe.getSyntax());
        inner.setQuerySelectType();
        inner.addResultVar(as, new ExprVar(variable));
        inner.setQueryPattern(describe.getQueryPattern());
        describe.getGroupBy().forEachVarExpr((v, e) -> {
            if (e == null) {
                inner.addGroupBy(v);
            } else {
                inner.addGroupBy(v, e);
            }
        });
        describe.getHavingExprs().forEach(inner::addHavingCondition);
        for (var order : Optional.ofNullable(describe.getOrderBy()).orElse(List.<SortCondition>of())) {
            inner.addOrderBy(order);
        }
        inner.setLimit(describe.getLimit());
        inner.setOffset(describe.getOffset());
        if (describe.hasValues()) {
            inner.setValuesDataBlock(describe.getValuesVariables(), describe.getValuesData());
        }
        return inner;
    }
}
