package org.banggiao.publish.sparql;

import java.util.Optional;

/**
 * Asks for all triples of a graph.
 *
 * @param graph its IRI as sent; empty for the default graph
 * @param format the name in {@code format} or {@code output}, if one
 */
record GraphRequest(Optional<String> graph, Optional<String> format) implements EndpointRequest {}
