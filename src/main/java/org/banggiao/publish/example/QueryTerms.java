package org.banggiao.publish.example;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.syntax.ElementAssign;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/** Collects the addresses that a parsed query names, wherever they stand in it; datatypes and functions are left out. */
final class QueryTerms extends ElementVisitorBase {
    private final Set<Node> terms = new LinkedHashSet<>();

    private QueryTerms() {}

    static Set<Node> of(Query query) {
        var it = new QueryTerms();
        it.collect(query);
        return Collections.unmodifiableSet(it.terms);
    }

    private void collect(Query query) {
        query.getResultURIs().forEach(this::node);
        if (query.isConstructType()) {
            query.getConstructTemplate().getTriples().forEach(this::triple);
        }
        query.getProject().getExprs().values().forEach(this::expression);
        if (query.getQueryPattern() != null) {
            ElementWalker.walk(query.getQueryPattern(), this);
        }
    }

    private void node(Node node) {
        if (node.isURI()) {
            terms.add(node);
        }
    }

    private void triple(Triple triple) {
        node(triple.getSubject());
        node(triple.getPredicate());
        node(triple.getObject());
    }

    private void path(Path path) {
        switch (path) {
            case P_Path0 link -> node(link.getNode());
            case P_NegPropSet set -> set.getNodes().forEach(link -> path((Path) link));
            case P_Path1 one -> path(one.getSubPath());
            case P_Path2 two -> {
                path(two.getLeft());
                path(two.getRight());
            }
            default -> throw new IllegalArgumentException("a path of an unknown kind: " + path);
        }
    }

    private void expression(Expr expression) {
        Walker.walk(expression, new ExprVisitorBase() {
            @Override
            public void visit(NodeValue value) {
                node(value.asNode());
            }

            @Override
            public void visit(ExprFunctionOp exists) {
                ElementWalker.walk(exists.getElement(), QueryTerms.this);
            }

            @Override
            public void visit(ExprAggregator aggregate) {
                var parts = aggregate.getAggregator().getExprList();
                if (parts != null) {
                    parts.forEach(QueryTerms.this::expression);
                }
            }
        });
    }

    @Override
    public void visit(ElementPathBlock block) {
        for (TriplePath pattern : block.getPattern()) {
            node(pattern.getSubject());
            node(pattern.getObject());
            if (pattern.getPredicate() != null) {
                node(pattern.getPredicate());
            } else {
                path(pattern.getPath());
            }
        }
    }

    @Override
    public void visit(ElementTriplesBlock block) {
        block.getPattern().forEach(this::triple);
    }

    @Override
    public void visit(ElementNamedGraph graph) {
        node(graph.getGraphNameNode());
    }

    @Override
    public void visit(ElementData data) {
        for (Binding row : data.getRows()) {
            row.forEach((Var variable, Node value) -> node(value));
        }
    }

    @Override
    public void visit(ElementFilter filter) {
        expression(filter.getExpr());
    }

    @Override
    public void visit(ElementBind bind) {
        expression(bind.getExpr());
    }

    @Override
    public void visit(ElementAssign assign) {
        expression(assign.getExpr());
    }

    @Override
    public void visit(ElementSubQuery sub) {
        collect(sub.getQuery());
    }
}
