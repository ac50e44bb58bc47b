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
     * @param release what they are made from
     */
    void write(Path folder, Making release) throws IOException;

    /**
     * A release that is being made: its quads and its database are complete.
     *
     * @param quads all quads of the release
     * @param passages the text of its passages by their IRI
     * @param before the release that was current when this one was made, if there was one
     * @param store to ask the release with while the files are written
     */
    record Making(Quads quads, SortedMap<String, PassageWords> passages, Optional<KeptRelease> before, Store store) {}

    /** Quads that can be read several times. */
    @FunctionalInterface
    interface Quads {
        /** Hands over each quad once; those with the same subject follow each other. */
        void forEach(Consumer<Quad> action) throws IOException;
    }
}
