package org.banggiao.graph;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.claim.Claim;
import org.jspecify.annotations.Nullable;

/** Takes the values of a thing from its claims in their order, and remembers which claim decided which property. */
final class Deciding {
    private final List<Claim> claims;
    private final Map<Claim, Set<String>> decided = new IdentityHashMap<>();

    Deciding(List<Claim> claims) {
        this.claims = claims;
    }

    /** Every value that some claim gives, each once, in the order of the claims; the first to give it decides. */
    <T> List<T> union(Node property, Function<Claim, ? extends Collection<T>> values) {
        var found = new LinkedHashMap<T, Claim>();
        for (var claim : claims) {
            values.apply(claim).forEach(v -> found.putIfAbsent(v, claim));
        }
        found.values().forEach(c -> note(c, property));
        return List.copyOf(found.keySet());
    }

    /** The value of the first claim that gives one. */
    <T> Optional<T> first(Node property, Function<Claim, @Nullable T> value) {
        for (var claim : claims) {
            var it = value.apply(claim);
            if (it != null) {
                note(claim, property);
                return Optional.of(it);
            }
        }
        return Optional.empty();
    }

    /** Remembers that a claim decided a property. */
    void note(Claim claim, Node property) {
        decided.computeIfAbsent(claim, c -> new TreeSet<>()).add(property.getURI());
    }

    /** Writes what each claim decided. */
    void describe(QuadSink sink, Keys keys, Iris iris) {
        for (var claim : claims) {
            var node = iris.id("claim", keys.of(claim).value());
            for (var property : decided.getOrDefault(claim, Set.of())) {
                sink.add(node, Vocabulary.DECIDES, NodeFactory.createURI(property));
            }
        }
    }
}
