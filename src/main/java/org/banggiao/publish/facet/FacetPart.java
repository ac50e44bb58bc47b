package org.banggiao.publish.facet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.banggiao.publish.entity.Prefixes;
import org.banggiao.store.QueryLimits;
import org.banggiao.store.ReleasePart;

/**
 * Makes the indexes of the lists of a release, so that a service which opens it needs no scan of it. The same release and the same
 * facets give the same bytes.
 */
public final class FacetPart implements ReleasePart {
    /** The name of the folder in a release. */
    static final String FOLDER = "facets-2";

    /** Nobody waits for an answer while a release is made. */
    private static final QueryLimits LIMITS = new QueryLimits(Duration.ofHours(2));

    private final ListShapes shapes;
    private final Prefixes prefixes;

    /**
     * Makes indexes.
     *
     * @param shapes the lists
     * @param baseIri what the addresses of the data start with
     */
    public FacetPart(ListShapes shapes, String baseIri) {
        this.shapes = shapes;
        this.prefixes = Prefixes.of(baseIri);
    }

    @Override
    public String folder() {
        return FOLDER;
    }

    @Override
    public void write(Path folder, Making release) throws IOException {
        for (var shape : shapes.lists()) {
            FacetFile.of(folder, shape, prefixes).write(IndexReader.read(release.store(), shape, prefixes, LIMITS));
        }
    }
}
