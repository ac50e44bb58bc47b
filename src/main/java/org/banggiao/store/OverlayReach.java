package org.banggiao.store;

import java.util.LinkedHashMap;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_FixedLength;
import org.apache.jena.sparql.path.P_Mod;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.PathVisitorByType;

/**
 * Whether a query could find anything of an overlay. One that cannot is answered by the release alone, at its full speed; where
 * it is doubtful, the answer is yes.
 *
 * <p>A pattern finds something of the overlay only if a triple there has its terms. Where no subject of the overlay is one of
 * the release, patterns with one subject find all of theirs in the same of the two: what asks for the visits and their labels
 * finds no label of the overlay, where no visit is.
 */
final class OverlayReach {
    private final Overlay overlay;
    private final boolean isApart;

    /**
     * The reach of queries into an overlay.
     *
     * @param isApart whether the overlay has no subject in common with the release
     */
    OverlayReach(Overlay overlay, boolean isApart) {
        this.overlay = overlay;
        this.isApart = isApart;
    }

    boolean reaches(Query query) {
        if (query.hasDatasetDescription()) {
            return query.getGraphURIs().contains(overlay.name())
                    || query.getNamedGraphURIs().contains(overlay.name());
        }
        if (query.isDescribeType() || query.getQueryPattern() == null) {
            return true;
        }
        return reaches(Algebra.compile(query));
    }

    private boolean reaches(Op op) {
        var look = new Look();
        Walker.walk(op, look, new InFilters(look));
        return look.found;
    }

    /** What stands behind EXISTS. */
    private static final class InFilters extends ExprVisitorBase {
        private final Look look;

        InFilters(Look look) {
            this.look = look;
        }

        @Override
        public void visit(ExprFunctionOp exists) {
            Walker.walk(exists.getGraphPattern(), look, this);
        }
    }

    private final class Look extends OpVisitorBase {
        private boolean found;

        @Override
        public void visit(OpBGP patterns) {
            found |= reaches(patterns.getPattern().getList());
        }

        @Override
        public void visit(OpTriple pattern) {
            found |= reaches(List.of(pattern.getTriple()));
        }

        @Override
        public void visit(OpPath path) {
            found |= reaches(path.getTriplePath());
        }

        @Override
        public void visit(OpGraph graph) {
            found |= graph.getNode().isConcrete()
                    ? graph.getNode().equals(overlay.quadName())
                    : !needsTriple(graph.getSubOp());
        }
    }

    /** Whether a pattern finds nothing in a graph without triples; where it is doubtful, no. */
    private static boolean needsTriple(Op op) {
        return switch (op) {
            case OpBGP patterns -> !patterns.getPattern().isEmpty();
            case OpTriple pattern -> true;
            case OpFilter filter -> needsTriple(filter.getSubOp());
            case OpExtend bind -> needsTriple(bind.getSubOp());
            case OpJoin join -> needsTriple(join.getLeft()) || needsTriple(join.getRight());
            case OpSequence joined -> joined.getElements().stream().anyMatch(OverlayReach::needsTriple);
            case OpLeftJoin optional -> needsTriple(optional.getLeft());
            default -> false;
        };
    }

    private boolean reaches(List<Triple> patterns) {
        var isWhole = new LinkedHashMap<Node, Boolean>();
        boolean any = false;
        for (var pattern : patterns) {
            boolean matches = overlay.matches(pattern.getSubject(), pattern.getPredicate(), pattern.getObject());
            any |= matches;
            isWhole.merge(pattern.getSubject(), matches, Boolean::logicalAnd);
        }
        return isApart ? isWhole.containsValue(true) : any;
    }

    private boolean reaches(TriplePath path) {
        if (path.isTriple()) {
            return reaches(List.of(path.asTriple()));
        }
        var steps = new Steps();
        path.getPath().visit(steps);
        boolean isOpen = !path.getSubject().isConcrete() && !path.getObject().isConcrete();
        return steps.found || steps.isEmptyToo && isOpen;
    }

    /** Whether a step of a path is one of the overlay, and whether there may be no step at all. */
    private final class Steps extends PathVisitorByType {
        private boolean found;
        private boolean isEmptyToo;

        @Override
        public void visit0(P_Path0 step) {
            found |= overlay.matches(Node.ANY, step.getNode(), Node.ANY);
        }

        @Override
        public void visitNegPS(P_NegPropSet steps) {
            found = true;
        }

        @Override
        public void visit1(P_Path1 path) {
            isEmptyToo |= path instanceof P_ZeroOrMore1
                    || path instanceof P_ZeroOrMoreN
                    || path instanceof P_ZeroOrOne
                    || path instanceof P_Mod
                    || path instanceof P_FixedLength;
            path.getSubPath().visit(this);
        }

        @Override
        public void visit2(P_Path2 path) {
            path.getLeft().visit(this);
            path.getRight().visit(this);
        }
    }
}
