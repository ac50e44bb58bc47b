package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.banggiao.publish.settings.PublishSettings.Limits;

/** What a request asks of the endpoint. */
sealed interface EndpointRequest permits QueryRequest, GraphRequest, DescriptionRequest {
    /** The id of the release that is asked; empty for the current one. */
    Optional<String> release();

    /**
     * Reads a request.
     *
     * @throws Refusal if it asks for nothing that is here, or is larger than the limits allow
     */
    static EndpointRequest of(HttpServletRequest request, Limits limits) throws IOException {
        return RequestReader.of(request, limits);
    }
}
