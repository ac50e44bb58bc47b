package org.banggiao.store;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTriple;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathVisitorByType;

/**
 * Keeps from a remote store what reaches out of its data: {@code SERVICE}, functions that are none of SPARQL or XPath (a store may load
 * classes or run procedures by their names), and properties that stores take for functions.
 */
final class RemoteReach extends QueryWalk {
    private static final Set<String> SCHEMES = Set.of("http", "https", "urn", "tag", "info", "ark", "doi");
    private static final Set<String> NOT_DATA = Set.of(
            "http://jena.apache.org/ARQ/",
            "http://jena.hpl.hp.com/ARQ/",
            "http://jena.apache.org/text#",
            "http://jena.apache.org/spatial#",
            "http://www.openlinksw.com/schemas/bif#",
            "http://www.openlinksw.com/schemas/sql#",
            "http://www.bigdata.com/rdf/",
            "http://www.openrdf.org/contrib/lucenesail#",
            "http://www.ontotext.com/",
            "http://rdf.useekm.com/");

    private RemoteReach() {
        super(new Functions());
    }

    /**
     * Looks at all of a query.
     *
     * @throws QueryDeniedException if it calls a service
     * @throws RemoteFailure if it names a function or property that is not offered
     */
    static void check(Query query) {
        new RemoteReach().walk(query);
    }

    private static void check(Node property) {
        if (property.isURI()) {
            var iri = property.getURI();
            int colon = iri.indexOf(':');
            if (!SCHEMES.contains(iri.substring(0, Math.max(colon, 0)).toLowerCase(java.util.Locale.ROOT))
                    || NOT_DATA.stream().anyMatch(iri::startsWith)) {
                throw new RemoteFailure(
                        RemoteFailure.Kind.NOT_OFFERED,
                        "The property <" + iri + "> is one that stores compute, and is not offered here.");
            }
        }
    }

    @Override
    public void visit(OpBGP pattern) {
        pattern.getPattern().forEach(triple -> check(triple.getPredicate()));
    }

    @Override
    public void visit(OpTriple pattern) {
        check(pattern.getTriple().getPredicate());
    }

    @Override
    public void visit(OpPath path) {
        check(path.getTriplePath().getPath());
    }

    private static void check(Path path) {
        path.visit(new PathVisitorByType() {
            @Override
            public void visit0(P_Path0 link) {
                check(link.getNode());
            }

            @Override
            public void visit1(P_Path1 one) {
                one.getSubPath().visit(this);
            }

            @Override
            public void visit2(P_Path2 two) {
                two.getLeft().visit(this);
                two.getRight().visit(this);
            }

            @Override
            public void visitNegPS(P_NegPropSet others) {
                others.getNodes().forEach(link -> check(link.getNode()));
            }
        });
    }

    @Override
    public void visit(OpService service) {
        throw new QueryDeniedException("SERVICE is not allowed");
    }

    private static final class Functions extends ExprVisitorBase {
        @Override
        public void visit(ExprFunctionN function) {
            var iri = function.getFunctionIRI();
            if (iri != null && !Sandbox.isStandard(iri)) {
                throw new RemoteFailure(
                        RemoteFailure.Kind.NOT_OFFERED,
                        "The function <" + iri + "> is none of SPARQL 1.1 or XPath, and is not offered here.");
            }
        }
    }
}
