package org.banggiao.publish.inbox;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** How a record is about something, in the terms of RiC-O 1.1. */
public enum Relation {
    /** It is about it, among others. */
    SUBJECT("subject", "hasOrHadSubject", Set.of("isOrWasSubjectOf")),
    /** It is about it above all; that it is about it follows. */
    MAIN_SUBJECT("main subject", "hasOrHadMainSubject", Set.of("isOrWasMainSubjectOf"));

    /** The namespace of RiC-O. */
    public static final String RICO = "https://www.ica.org/standards/RiC/ontology#";

    /** What others call the plain relation. */
    private static final List<String> SAME = List.of(
            "http://purl.org/dc/terms/subject",
            "http://purl.org/dc/elements/1.1/subject",
            "https://schema.org/about",
            "http://schema.org/about",
            "http://www.w3.org/ns/oa#linking",
            "http://purl.org/spar/cito/citesAsRelated");

    private final String code;
    private final String term;
    private final Set<String> inverses;

    Relation(String code, String term, Set<String> inverses) {
        this.code = code;
        this.term = term;
        this.inverses = inverses;
    }

    /** How tables and the file write it. */
    public String code() {
        return code;
    }

    /** The property from the record to what it is about. */
    public Node property() {
        return NodeFactory.createURI(RICO + term);
    }

    /** The one of a code, of a term of RiC-O in whole or short form, or of what other vocabularies call it. */
    public static Optional<Relation> of(String name) {
        var bare = name.strip().replace("rico:", RICO);
        if (SAME.contains(bare)) {
            return Optional.of(SUBJECT);
        }
        return Arrays.stream(values())
                .filter(r -> r.code.equalsIgnoreCase(bare)
                        || bare.equals(RICO + r.term)
                        || bare.equals(r.term)
                        || r.inverses.stream().anyMatch(i -> bare.equals(RICO + i)))
                .findFirst();
    }

    /** What may stand in a table. */
    public static String allowed() {
        return String.join(
                ", ",
                Arrays.stream(values())
                        .map(r -> "\"" + r.code + "\" (rico:" + r.term + ")")
                        .toList());
    }
}
