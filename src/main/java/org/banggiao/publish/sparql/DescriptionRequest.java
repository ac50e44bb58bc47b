package org.banggiao.publish.sparql;

import java.util.Optional;

/**
 * Asks for the description of the service.
 *
 * @param format the name in {@code format} or {@code output}, if one
 */
record DescriptionRequest(Optional<String> format) implements EndpointRequest {}
