package org.banggiao.store;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;

/**
 * A dataset that answers SPARQL queries and nothing else: there is no way to write through it.
 *
 * <p>Its default graph is the union of its named graphs, each of which can be named too. Where a query has a dataset of its
 * own ({@code FROM}, {@code FROM NAMED}), exactly that is asked, taken from the named graphs here; nothing is ever fetched.
 * {@code SERVICE} is refused. Functions are those of SPARQL 1.1 and XPath; no class is loaded by name.
 *
 * <p>Implementations may be asked by many threads at once.
 */
public interface Store extends AutoCloseable {
    /**
     * Prepares a query; it runs as its results are read.
     *
     * @return to be read and closed by the calling thread; reading throws {@link
     *     org.apache.jena.query.QueryCancelledException} where the time is over
     * @throws IllegalStateException if this store has been closed
     */
    QueryExec query(Query query, QueryLimits limits);

    /**
     * The quads of the named graphs that match one of these patterns, looked up by their terms: for descriptions, which ask for
     * little of many things.
     *
     * @param patterns quads whose terms are {@link Node#ANY} where any will do
     * @param most quads; where there are more, some of them
     * @throws org.apache.jena.query.QueryCancelledException if it takes longer than the limits allow
     * @throws IllegalStateException if this store has been closed
     */
    List<Quad> find(Collection<Quad> patterns, int most, QueryLimits limits);

    /** The IRIs of the named graphs. */
    Set<String> graphs();

    /** What is in here. */
    ReleaseInfo release();

    /** How much there is of everything, counted when the release was made. */
    Statistics statistics();

    /** The sentences behind the passages, where this deployment has them; never part of the dataset. */
    Passages passages();

    /**
     * The files that a part of the program derived from the release when it was made.
     *
     * @param name the name of the part's folder, see {@link ReleasePart#folder}
     * @return the folder; empty where the release was made without this part, or lies in no folder
     */
    default Optional<Path> part(String name) {
        return Optional.empty();
    }

    /**
     * Names what is in here: where two stores have the same, every query gives the same. The id of the release, unless something
     * was laid over it; answers are kept under this.
     */
    default String state() {
        return release().id();
    }

    /** The release alone, without what was laid over it: what is read once for a release is kept under this. */
    default Store released() {
        return this;
    }

    /** What was laid over the release; it is in the answers of this store already. */
    default Overlay overlay() {
        return Overlay.NONE;
    }

    /** Takes no more queries; what is open is let run to its end. */
    @Override
    void close();
}
