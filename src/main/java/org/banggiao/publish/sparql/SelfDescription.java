package org.banggiao.publish.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.banggiao.store.Store;

/** Answers requests to the endpoint that ask nothing: what the endpoint is (SPARQL 1.1 Service Description, section 2). */
public interface SelfDescription {
    /**
     * Sends the description.
     *
     * @param format the name of a format that wins over {@code Accept}, if one
     * @param release the id by which the client has named the release that is to be described; empty for the current one
     */
    void send(
            Optional<String> format,
            Optional<String> release,
            Store store,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException;
}
