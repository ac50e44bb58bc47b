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
 */
record QueryRequest(String text, List<String> defaultGraphs, List<String> namedGraphs, Optional<String> format)
        implements EndpointRequest {
    QueryRequest {
        defaultGraphs = List.copyOf(defaultGraphs);
        namedGraphs = List.copyOf(namedGraphs);
    }
}
