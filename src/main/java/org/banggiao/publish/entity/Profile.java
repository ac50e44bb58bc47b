package org.banggiao.publish.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.banggiao.graph.Vocabulary;

/** The vocabularies in which resources are described (Content Negotiation by Profile, W3C), the default first. */
public enum Profile {
    /** The ontology of this project: all that the data say. */
    OWN("own", "own terms", withoutHash(Vocabulary.BG)),
    /** Records in Contexts of the International Council on Archives, version 1.1. */
    RICO(
            "rico",
            "RiC-O",
            "https://www.ica.org/standards/RiC/ontology",
            "https://www.ica.org/standards/RiC/ontology/1.1",
            "https://www.ica.org/standards/RiC/ontology#");

    /** What both can say something of. */
    private static final List<Node> IN_BOTH = Stream.concat(
                    Arrays.stream(Kind.values())
                            .filter(k -> k != Kind.AID_FLOW && k != Kind.PLAN)
                            .map(Kind::type),
                    Stream.of(Vocabulary.SOURCE_FILE))
            .toList();

    private final String token;
    private final String title;
    private final String uri;
    private final List<String> otherUris;

    Profile(String token, String title, String uri, String... otherUris) {
        this.token = token;
        this.title = title;
        this.uri = uri;
        this.otherUris = List.of(otherUris);
    }

    private static String withoutHash(String namespace) {
        return namespace.substring(0, namespace.length() - 1);
    }

    /** The short name in addresses. */
    public String token() {
        return token;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** What names the profile. */
    public String uri() {
        return uri;
    }

    /** The profiles in which a resource is described; none where there is no choice. */
    public static List<Profile> of(Description description) {
        return IN_BOTH.stream().anyMatch(type -> description.graph().isA(description.subject(), type))
                ? List.of(values())
                : List.of();
    }

    /** The profile that a URI, in any of its forms, or a token names. */
    static Optional<Profile> named(String name) {
        return Arrays.stream(values())
                .filter(p -> p.token.equals(name) || p.uri.equals(name) || p.otherUris.contains(name))
                .findFirst();
    }
}
