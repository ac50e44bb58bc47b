package org.banggiao.publish.sparql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.expr.ExprVisitorBase;
import org.banggiao.store.QueryWalk;

/** Finds {@code SERVICE} wherever it may stand in a query, also inside expressions. */
final class ServiceCalls extends QueryWalk {
    private final List<OpService> found = new ArrayList<>();

    private ServiceCalls() {
        super(new ExprVisitorBase());
    }

    static boolean in(Query query) {
        return !of(query).isEmpty();
    }

    /** Why a query calls what may not be called; empty where it does not. What another endpoint is sent calls nobody. */
    static Optional<String> fault(Query query, Collection<String> allowed) {
        for (var service : of(query)) {
            var node = service.getService();
            if (!node.isURI()) {
                return Optional.of("SERVICE needs the address of an endpoint here, and no variable.");
            }
            if (!allowed.contains(node.getURI())) {
                return Optional.of("SERVICE <" + node.getURI() + "> is not allowed.");
            }
            var inner = new ServiceCalls();
            inner.walk(service.getSubOp());
            if (!inner.found.isEmpty()) {
                return Optional.of("SERVICE is not allowed inside SERVICE.");
            }
        }
        return Optional.empty();
    }

    private static List<OpService> of(Query query) {
        var calls = new ServiceCalls();
        calls.walk(query);
        return calls.found;
    }

    @Override
    public void visit(OpService service) {
        found.add(service);
    }
}
