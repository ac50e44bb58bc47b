package org.banggiao.federated;

import java.nio.file.Path;
import java.util.List;

/**
 * An endpoint of the examples.
 *
 * @param id how it is called here
 * @param address how the examples call it
 * @param data the file with what it holds
 */
record Member(String id, String address, Path data) {
    static final Member OURS = new Member("ours", "https://w3id.org/banggiao/sparql", Path.of("data/graph/dataset.nq"));

    /** This service and its example partners. */
    static final List<Member> ALL = List.of(
            OURS,
            partner("encyclopaedia", "encyclopaedia"),
            partner("archive", "archive"),
            partner("aid", "aid-database"));

    private static Member partner(String id, String file) {
        return new Member(id, "https://" + id + ".example.org/sparql", Path.of("data/partners/" + file + ".ttl"));
    }

    /** The member with an address. */
    static Member at(String address) {
        return ALL.stream()
                .filter(m -> m.address.equals(address))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no member of the examples: " + address));
    }
}
