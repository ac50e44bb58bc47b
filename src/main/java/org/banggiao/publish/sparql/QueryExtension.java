package org.banggiao.publish.sparql;

import org.apache.jena.query.Query;
import org.banggiao.store.Store;

/** Something that queries may ask beyond the dataset, put into the query as values before a store runs it. */
public interface QueryExtension {
    /** Queries ask for nothing beyond the dataset. */
    QueryExtension NONE = (query, store) -> query;

    /**
     * The query with the answers to what it asks beyond the dataset; the query itself where it asks nothing.
     *
     * @throws IllegalArgumentException where it asks what cannot be answered; the message says what, and what to write instead
     */
    Query expand(Query query, Store store);
}
