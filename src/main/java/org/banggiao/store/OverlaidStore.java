package org.banggiao.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;

/**
 * A release with an overlay over it. What cannot find anything of the overlay is asked of the release alone; what can is asked of
 * both at once, by the engine's plain way of reading, which knows no shortcuts of the release's database.
 */
final class OverlaidStore implements Store {
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofMinutes(1));

    private final Store base;
    private final Overlay overlay;
    private volatile @Nullable Joined joined;
    private volatile @Nullable Store alone;

    /**
     * What is found out when it is needed first.
     *
     * @param isApart whether the overlay has no subject in common with the release
     */
    private record Joined(boolean isApart, ReleaseInfo info, Statistics statistics) {}

    OverlaidStore(Store base, Overlay overlay) {
        this.base = base;
        this.overlay = overlay;
    }

    @Override
    public QueryExec query(Query query, QueryLimits limits) {
        boolean isApart = joined().isApart();
        if (!new OverlayReach(overlay, isApart).reaches(query)) {
            return base.query(query, limits);
        }
        if (base instanceof EmbeddedStore embedded) {
            return embedded.query(query, limits, overlay, isApart, joined().statistics());
        }
        if (query.hasDatasetDescription()
                && Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream())
                        .allMatch(overlay.name()::equals)) {
            return alone().query(query, limits);
        }
        throw new OverlayApartException(overlay);
    }

    /** The overlay as a store of its own, made when it is asked for. */
    private Store alone() {
        var known = alone;
        if (known == null) {
            synchronized (this) {
                known = alone;
                if (known == null) {
                    known = MemoryStore.of(overlay.find(Node.ANY, Node.ANY, Node.ANY));
                    alone = known;
                }
            }
        }
        return known;
    }

    private Joined joined() {
        var known = joined;
        if (known == null) {
            synchronized (this) {
                known = joined;
                if (known == null) {
                    boolean isApart = overlay.subjects().stream().noneMatch(s -> isInBase(s, Node.ANY, Node.ANY));
                    var counts = new OverlaidCounts(overlay, this::isInBase);
                    known = new Joined(isApart, counts.added(base.release()), counts.added(base.statistics()));
                    joined = known;
                }
            }
        }
        return known;
    }

    private boolean isInBase(Node subject, Node predicate, Node object) {
        return !base.find(List.of(new Quad(Node.ANY, subject, predicate, object)), 1, LIMITS)
                .isEmpty();
    }

    @Override
    public List<Quad> find(Collection<Quad> patterns, int most, QueryLimits limits) {
        var found = new ArrayList<>(base.find(patterns, most, limits));
        for (var pattern : patterns) {
            if (pattern.getGraph().equals(Node.ANY) || pattern.getGraph().equals(overlay.quadName())) {
                for (var quad : overlay.find(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())) {
                    if (found.size() < most) {
                        found.add(quad);
                    }
                }
            }
        }
        return found;
    }

    @Override
    public Set<String> graphs() {
        return release().graphs().keySet();
    }

    @Override
    public ReleaseInfo release() {
        return joined().info();
    }

    @Override
    public String state() {
        return base.state() + "+" + overlay.digest();
    }

    @Override
    public Store released() {
        return base;
    }

    @Override
    public Overlay overlay() {
        return overlay;
    }

    @Override
    public Statistics statistics() {
        return joined().statistics();
    }

    @Override
    public Passages passages() {
        return base.passages();
    }

    @Override
    public Optional<Path> part(String name) {
        return base.part(name);
    }

    @Override
    public void close() {
        base.close();
    }
}
