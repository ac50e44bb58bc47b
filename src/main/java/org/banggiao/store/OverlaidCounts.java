package org.banggiao.store;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.banggiao.store.Statistics.Counts;
import org.banggiao.store.Statistics.Links;
import org.banggiao.store.Statistics.Size;

/**
 * How much there is of everything in a release with an overlay over it. The properties of classes and the years are exact only where
 * the two have no subject in common.
 */
final class OverlaidCounts {
    private final Overlay overlay;
    private final Known base;
    /** The triples of the overlay that the release has not. */
    private final Overlay more;

    /** What the release has. */
    interface Known {
        /** Whether it has a triple with these terms; any term where {@link Node#ANY} is given. */
        boolean has(Node subject, Node predicate, Node object);
    }

    /** The counts of an overlay. */
    OverlaidCounts(Overlay overlay, Known base) {
        this.overlay = overlay;
        this.base = base;
        this.more = Overlay.of(
                overlay.name(),
                overlay.find(Node.ANY, Node.ANY, Node.ANY).stream()
                        .map(Quad::asTriple)
                        .filter(t -> !base.has(t.getSubject(), t.getPredicate(), t.getObject()))
                        .toList());
    }

    /** A release with an overlay, as it tells of itself. */
    ReleaseInfo added(ReleaseInfo released) {
        var graphs = new TreeMap<>(released.graphs());
        graphs.put(overlay.name(), overlay.size());
        return new ReleaseInfo(
                released.id(),
                released.quads() + overlay.size(),
                graphs,
                sum(released.classes(), count(more).all().classes(), Long::sum),
                released.madeFrom());
    }

    private static Statistics count(Overlay overlay) {
        var counter = new StatisticsCounter();
        // The quads of each subject together, as the counter wants them.
        overlay.subjects().forEach(s -> overlay.find(s, Node.ANY, Node.ANY).forEach(counter::add));
        return counter.statistics();
    }

    /** The counts of a release with those of the overlay. */
    Statistics added(Statistics released) {
        var own = count(more);
        var graphs = new TreeMap<>(released.graphs());
        graphs.putAll(count(overlay).graphs());
        return new Statistics(
                sum(released.all(), own.all()),
                graphs,
                released.years(),
                sum(released.classProperties(), own.classProperties(), (a, b) -> sum(a, b, Long::sum)));
    }

    private Counts sum(Counts released, Counts own) {
        var properties = new TreeMap<>(released.properties());
        own.properties().forEach((p, size) -> properties.merge(p, size, (a, b) -> sum(a, b, NodeFactory.createURI(p))));
        return new Counts(
                sum(released.size(), own.size(), Node.ANY),
                sum(released.classes(), own.classes(), Long::sum),
                properties,
                sum(released.datatypes(), own.datatypes(), Long::sum),
                sum(released.languages(), own.languages(), Long::sum),
                sum(
                        released.links(),
                        own.links(),
                        (a, b) -> new Links(a.property(), a.space(), a.triples() + b.triples())));
    }

    private Size sum(Size released, Size own, Node property) {
        var quads = more.find(Node.ANY, property, Node.ANY);
        long subjects = quads.stream()
                .map(Quad::getSubject)
                .distinct()
                .filter(s -> base.has(s, property, Node.ANY))
                .count();
        long objects = quads.stream()
                .map(Quad::getObject)
                .distinct()
                .filter(o -> base.has(Node.ANY, property, o))
                .count();
        return new Size(
                released.triples() + own.triples(),
                released.subjects() + own.subjects() - subjects,
                released.objects() + own.objects() - objects);
    }

    private static <V> SortedMap<String, V> sum(Map<String, V> released, Map<String, V> own, BinaryOperator<V> add) {
        var sum = new TreeMap<>(released);
        own.forEach((key, value) -> sum.merge(key, value, add));
        return sum;
    }
}
