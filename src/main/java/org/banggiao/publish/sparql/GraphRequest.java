package org.banggiao.publish.sparql;

import java.util.Optional;

/**
 * Asks for all triples of a graph.
 *
 * @param graph its IRI as sent; empty for the default graph
 * @param format the name in {@code format} or {@code output}, if one
 * @param release the id of the release that is to be asked; empty for the current one
 */
record GraphRequest(Optional<String> graph, Optional<String> format, Optional<String> release)
        implements EndpointRequest {}
