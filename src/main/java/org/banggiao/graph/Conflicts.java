package org.banggiao.graph;

import java.util.List;
import org.apache.jena.graph.Node;
import org.banggiao.claim.Claim;

/** Conflicts between claims, each as a part of its thing: on which property, between which claims, in one source or several. */
record Conflicts(Iris iris, Keys keys, QuadSink sink) {
    void describe(Node thing, String name, Node property, List<Claim> claims) {
        var conflict = Iris.part(Iris.part(thing, "conflict"), name);
        sink.add(thing, Vocabulary.CONFLICT, conflict);
        sink.add(conflict, Vocabulary.TYPE, Vocabulary.CONFLICT_CLASS);
        sink.add(conflict, Vocabulary.ON_PROPERTY, property);
        for (var claim : claims) {
            sink.add(
                    conflict,
                    Vocabulary.CONFLICTING_CLAIM,
                    iris.id("claim", keys.of(claim).value()));
        }
        long sources = claims.stream()
                .map(c -> c.said().statedIn().document())
                .distinct()
                .count();
        sink.add(
                conflict,
                Vocabulary.CONFLICT_KIND,
                Iris.code("conflictkind", sources > 1 ? "between-sources" : "within-source"));
    }
}
