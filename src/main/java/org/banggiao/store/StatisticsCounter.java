package org.banggiao.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.banggiao.store.Statistics.Counts;
import org.banggiao.store.Statistics.Links;
import org.banggiao.store.Statistics.Size;
import org.jspecify.annotations.Nullable;

/**
 * Counts quads as they pass, each of them once; in any order, but for the properties of classes: for those the quads of each subject
 * come together.
 */
final class StatisticsCounter {
    private static final Node TYPE = RDF.type.asNode();
    /** Scheme and host of an IRI. */
    private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*:(//[^/?#]*/?)?", Pattern.CASE_INSENSITIVE);
    /** Pairs of property and host that one graph may have. */
    private static final int MOST_LINKS = 1000;

    private final Scope all = new Scope();
    private final Map<String, Scope> graphs = new TreeMap<>();
    private final YearCounter years = new YearCounter();
    private final ClassPropertyCounter classProperties = new ClassPropertyCounter();
    private final Hash64Set triples = new Hash64Set();
    private final Map<Node, Long> properties = new HashMap<>();
    /** Most quads come sorted by their subjects. */
    private @Nullable Node lastSubject;

    private long lastHash;

    void add(Quad quad) {
        if (!quad.getSubject().equals(lastSubject)) {
            lastSubject = quad.getSubject();
            lastHash = Hash64Set.hash(lastSubject.toString());
        }
        long subject = lastHash;
        long object = Hash64Set.hash(quad.getObject().toString());
        long property = properties.computeIfAbsent(quad.getPredicate(), p -> Hash64Set.hash(p.getURI()));
        graphs.computeIfAbsent(quad.getGraph().toString(), g -> new Scope()).add(quad, subject, object);
        if (triples.add(Hash64Set.hash(subject, property, object))) {
            all.add(quad, subject, object);
            years.add(subject, quad.getPredicate(), quad.getObject());
            classProperties.add(subject, quad.getPredicate(), quad.getObject());
        }
    }

    Statistics statistics() {
        var counts = new TreeMap<String, Counts>();
        graphs.forEach((graph, scope) -> counts.put(graph, scope.counts()));
        return new Statistics(all.counts(), counts, years.counts(), classProperties.counts());
    }

    /** Triples, and what is at their ends. */
    private static final class Ends {
        private final Hash64Set subjects = new Hash64Set();
        private final Hash64Set objects = new Hash64Set();
        private long triples;

        void add(long subject, long object) {
            triples++;
            subjects.add(subject);
            objects.add(object);
        }

        Size size() {
            return new Size(triples, subjects.count(), objects.count());
        }
    }

    /** Links with one property to one host. */
    private static final class Linked {
        private final String property;
        private @Nullable String space;
        private long triples;

        Linked(String property) {
            this.property = property;
        }

        void add(String iri) {
            triples++;
            var known = space;
            int length = known == null ? iri.length() : Math.min(known.length(), iri.length());
            int same = 0;
            while (same < length && (known == null || known.charAt(same) == iri.charAt(same))) {
                same++;
            }
            space = iri.substring(0, Math.max(iri.lastIndexOf('/', same - 1), iri.lastIndexOf('#', same - 1)) + 1);
        }

        Links links() {
            return new Links(property, space == null ? "" : space, triples);
        }
    }

    /** A graph, or all of them. */
    private static final class Scope {
        private final Ends ends = new Ends();
        private final Map<String, Long> classes = new HashMap<>();
        private final Map<String, Ends> properties = new HashMap<>();
        private final Map<String, Long> datatypes = new HashMap<>();
        private final Map<String, Long> languages = new HashMap<>();
        private final Map<String, Linked> links = new HashMap<>();

        void add(Quad quad, long subject, long object) {
            var property = quad.getPredicate().getURI();
            ends.add(subject, object);
            properties.computeIfAbsent(property, p -> new Ends()).add(subject, object);
            var value = quad.getObject();
            if (value.isLiteral()) {
                datatypes.merge(value.getLiteralDatatypeURI(), 1L, Long::sum);
                if (!value.getLiteralLanguage().isEmpty()) {
                    languages.merge(value.getLiteralLanguage(), 1L, Long::sum);
                }
            } else if (value.isURI() && quad.getPredicate().equals(TYPE)) {
                classes.merge(value.getURI(), 1L, Long::sum);
            } else if (value.isURI() && quad.getSubject().isURI()) {
                var to = origin(value);
                if (to.isPresent() && !to.equals(origin(quad.getSubject()))) {
                    var key = property + " " + to.get();
                    if (links.size() < MOST_LINKS || links.containsKey(key)) {
                        links.computeIfAbsent(key, k -> new Linked(property)).add(value.getURI());
                    }
                }
            }
        }

        private static Optional<String> origin(Node node) {
            var origin = ORIGIN.matcher(node.getURI());
            return origin.lookingAt() && origin.group(1) != null ? Optional.of(origin.group()) : Optional.empty();
        }

        Counts counts() {
            return new Counts(
                    ends.size(),
                    new TreeMap<>(classes),
                    sorted(properties, Ends::size),
                    new TreeMap<>(datatypes),
                    new TreeMap<>(languages),
                    sorted(links, Linked::links));
        }

        private static <A, B> TreeMap<String, B> sorted(Map<String, A> map, Function<A, B> value) {
            var sorted = new TreeMap<String, B>();
            map.forEach((key, entry) -> sorted.put(key, value.apply(entry)));
            return sorted;
        }
    }
}
