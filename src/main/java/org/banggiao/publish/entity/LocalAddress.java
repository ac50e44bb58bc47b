package org.banggiao.publish.entity;

import java.util.Optional;
import org.banggiao.graph.Vocabulary;

/**
 * Where this service answers for an address of the data: by its path, whatever host it is reached under.
 *
 * @param baseIri what the addresses of resources and graphs start with, ending in a slash
 */
public record LocalAddress(String baseIri) {
    private static final String TERMS = Vocabulary.BG.substring(0, Vocabulary.BG.length() - "ontology#".length());

    /** The path of an address, starting with a slash, with the fragment if one; empty where it is not answered here. */
    public Optional<String> path(String iri) {
        if (iri.startsWith(baseIri)) {
            var rest = iri.substring(baseIri.length());
            if (rest.startsWith("id/")
                    || rest.startsWith("graph/")
                    || rest.equals("dataset")
                    || rest.startsWith("dataset/")) {
                return Optional.of("/" + rest);
            }
        }
        if (iri.startsWith(Vocabulary.CODE)
                || iri.startsWith(Vocabulary.BG)
                || iri.startsWith(Vocabulary.SAID)
                || iri.startsWith(TERMS + "ontology/")
                || iri.equals(TERMS + "ontology")
                || iri.equals(TERMS + "said")) {
            return Optional.of("/" + iri.substring(TERMS.length()));
        }
        return Optional.empty();
    }

    /** The address that a path answers for. */
    public String iri(String path) {
        var rest = path.substring(1);
        boolean isTerm = rest.startsWith("code/")
                || rest.equals("ontology")
                || rest.startsWith("ontology/")
                || rest.equals("said");
        return (isTerm ? TERMS : baseIri) + rest;
    }
}
