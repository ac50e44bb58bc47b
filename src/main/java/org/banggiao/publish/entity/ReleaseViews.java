package org.banggiao.publish.entity;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.jena.graph.NodeFactory;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.Store;
import org.jspecify.annotations.Nullable;

/** What is read once for each release: its catalogue and its terms. It is forgotten with the store that it was read from. */
public final class ReleaseViews {
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMinutes(2));
    private static final int MOST_QUADS = 100_000;

    /**
     * What is read once.
     *
     * @param catalogue what the release lists
     * @param terms what the ontology in it says
     */
    public record View(Catalogue catalogue, Terms terms) {}

    private static final class Slot {
        private volatile @Nullable View view;
    }

    private final Map<Store, Slot> slots = Collections.synchronizedMap(new WeakHashMap<>());
    private final String baseIri;

    public ReleaseViews(String baseIri) {
        this.baseIri = baseIri;
    }

    /** The view of a store's release; the first to ask waits until it has been read. */
    public View of(Store asked) {
        var store = asked.released();
        var slot = slots.computeIfAbsent(store, s -> new Slot());
        var view = slot.view;
        if (view == null) {
            synchronized (slot) {
                view = slot.view;
                if (view == null) {
                    view = read(store);
                    slot.view = view;
                }
            }
        }
        return view;
    }

    private View read(Store store) {
        var ontology = new Subgraph();
        ontology.add(
                new QuadSource(store, LIMITS).ofGraph(NodeFactory.createURI(baseIri + "graph/ontology"), MOST_QUADS));
        return new View(Catalogue.of(store), Terms.of(ontology));
    }
}
