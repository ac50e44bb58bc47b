package org.banggiao.store;

import java.util.Optional;

/** The text of passages by their IRI: private to the deployment, outside the RDF. */
public interface Passages {
    /** Nothing at hand. */
    Passages NONE = passageIri -> Optional.empty();

    /** The sentence or sentences that the passage selects, where they are at hand. */
    Optional<String> text(String passageIri);

    /** The same with the paragraph in which it stands, as far as that is at hand. */
    default Optional<PassageWords> words(String passageIri) {
        return text(passageIri).map(PassageWords::of);
    }
}
