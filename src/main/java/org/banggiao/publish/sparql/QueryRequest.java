package org.banggiao.publish.sparql;

import java.util.List;
import java.util.Optional;

/**
 * A query.
 *
 * @param text the query
 * @param defaultGraphs IRIs of {@code default-graph-uri}
 * @param namedGraphs IRIs of {@code named-graph-uri}
 * @param format the name in {@code format} or {@code output}, if one
 * @param release the id of the release that is to be asked; empty for the current one
 */
record QueryRequest(
        String text,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Optional<String> format,
        Optional<String> release)
        implements EndpointRequest {
    QueryRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }

    /** A query over the dataset as it is, of the release that the caller has chosen. */
    static QueryRequest of(String text, Optional<String> format) {
        return new QueryRequest(text, List.of(), List.of(), format, Optional.empty());
    }
}
