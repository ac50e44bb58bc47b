package org.banggiao.publish.entity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.SKOS;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;

/** Which things here others know by identifiers of their own, and which of others' records are about them: read once for a store. */
public final class CoReferences {
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMinutes(2));
    private static final int MOST = 1_000_000;
    private static final String RICO = "https://www.ica.org/standards/RiC/ontology#";
    /** A record of others has the thing as its object. */
    private static final List<Node> OF_RECORDS =
            List.of(NodeFactory.createURI(RICO + "hasOrHadSubject"), NodeFactory.createURI(RICO + "documents"));

    private static final List<Node> OF_THINGS =
            List.of(SKOS.exactMatch.asNode(), SKOS.closeMatch.asNode(), OWL.sameAs.asNode());

    /**
     * What joins a thing here and an address elsewhere.
     *
     * @param thing here
     * @param relation as the data have it
     * @param other the address elsewhere, as the data write it
     */
    public record Link(Node thing, Node relation, Node other) {
        /** Whether the address elsewhere is that of a record about the thing, and not another name of it. */
        public boolean isOfRecord() {
            return OF_RECORDS.contains(relation);
        }
    }

    private final Map<String, List<Link>> byOther = new HashMap<>();
    private final Map<Node, List<Link>> byThing = new HashMap<>();
    private final Map<String, Integer> sites = new TreeMap<>();

    private CoReferences() {}

    /** Reads those of a store. */
    public static CoReferences of(Store store, LocalAddress address) {
        var it = new CoReferences();
        var patterns = new ArrayList<Quad>();
        OF_THINGS.forEach(p -> patterns.add(new Quad(Node.ANY, Node.ANY, p, Node.ANY)));
        OF_RECORDS.forEach(p -> patterns.add(new Quad(Node.ANY, Node.ANY, p, Node.ANY)));
        for (var quad : store.find(patterns, MOST, LIMITS)) {
            boolean isOfRecord = OF_RECORDS.contains(quad.getPredicate());
            var thing = isOfRecord ? quad.getObject() : quad.getSubject();
            var other = isOfRecord ? quad.getSubject() : quad.getObject();
            boolean isJoined = thing.isURI()
                    && other.isURI()
                    && address.path(thing.getURI()).isPresent()
                    && address.path(other.getURI()).isEmpty();
            if (isJoined) {
                it.add(new Link(thing, quad.getPredicate(), other));
            }
        }
        it.byOther.values().forEach(CoReferences::sort);
        it.byThing.values().forEach(CoReferences::sort);
        return it;
    }

    private void add(Link link) {
        var ofThing = byThing.computeIfAbsent(link.thing(), t -> new ArrayList<>());
        if (!ofThing.contains(link)) {
            ofThing.add(link);
            var key = ForeignAddress.key(link.other().getURI());
            byOther.computeIfAbsent(key, k -> new ArrayList<>()).add(link);
            sites.merge(ForeignAddress.site(key), 1, Integer::sum);
        }
    }

    private static void sort(List<Link> links) {
        links.sort((a, b) -> {
            int c = Subgraph.ORDER.compare(a.thing(), b.thing());
            int d = c != 0 ? c : Subgraph.ORDER.compare(a.relation(), b.relation());
            return d != 0 ? d : Subgraph.ORDER.compare(a.other(), b.other());
        });
    }

    /** The links to an address elsewhere, however it is spelled ({@link ForeignAddress}). */
    public List<Link> to(String address) {
        return Collections.unmodifiableList(byOther.getOrDefault(ForeignAddress.key(address), List.of()));
    }

    /** The links of a thing. */
    public List<Link> of(Node thing) {
        return Collections.unmodifiableList(byThing.getOrDefault(thing, List.of()));
    }

    /** How many links there are to each site, those with most first. */
    public Map<String, Integer> sites() {
        var sorted = new LinkedHashMap<String, Integer>();
        sites.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }
}
