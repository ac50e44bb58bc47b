package org.banggiao.graph;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Instruments by their printed names, so that what names one can be tied to it. */
final class InstrumentNames {
    private final Map<String, Set<Node>> byName = new HashMap<>();

    /** Makes an instrument known under a name. */
    void add(Node instrument, String name) {
        byName.computeIfAbsent(fold(name), k -> new LinkedHashSet<>()).add(instrument);
    }

    /** The one instrument of a name; empty where none or several bear it. */
    Optional<Node> named(String name) {
        var found = byName.getOrDefault(fold(name), Set.of());
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static String fold(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
