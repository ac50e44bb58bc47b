package org.banggiao.publish.sparql;

import java.util.Optional;

/**
 * Asks for the description of the service.
 *
 * @param format the name in {@code format} or {@code output}, if one
 * @param release the id of the release that is to be described; empty for the current one
 */
record DescriptionRequest(Optional<String> format, Optional<String> release) implements EndpointRequest {}
