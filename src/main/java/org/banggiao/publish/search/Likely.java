package org.banggiao.publish.search;

import java.util.List;

/**
 * A resource whose names have something of a text.
 *
 * @param iri its address
 * @param kind what sort of resource it is
 * @param names all its names, what lists call it first
 */
public record Likely(String iri, SearchKind kind, List<String> names) {
    public Likely {
        names = List.copyOf(names);
    }
}
