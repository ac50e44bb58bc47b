package org.banggiao.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/**
 * A folder of files that another part of the program derives from a release while it is made, such as an index. The files
 * lie in the release, and the checks of the release cover them; they are no part of what the release says.
 */
public interface ReleasePart {
    /** The name of the folder: lower-case letters, digits and hyphens. Another layout of the files has another name. */
    String folder();

    /**
     * Writes the files.
     *
     * @param folder empty, inside the release
     * @param quads all quads of the release
     * @param passages the text of its passages by their IRI
     */
    void write(Path folder, Quads quads, SortedMap<String, String> passages) throws IOException;

    /**
     * Writes the files, where they tell too how the release differs from the one before it.
     *
     * @param before the release that was current when this one was made, if there was one
     */
    default void write(Path folder, Quads quads, SortedMap<String, String> passages, Optional<KeptRelease> before)
            throws IOException {
        write(folder, quads, passages);
    }

    /** Quads that can be read several times. */
    @FunctionalInterface
    interface Quads {
        /** Hands over each quad once; those with the same subject follow each other. */
        void forEach(Consumer<Quad> action) throws IOException;
    }
}
