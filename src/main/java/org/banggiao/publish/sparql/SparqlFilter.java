package org.banggiao.publish.sparql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.fuseki.servlets.FusekiFilter;
import org.jspecify.annotations.Nullable;

/**
 * Hands requests to Fuseki's dispatch, and breaks the connection where an answer failed half way: a client must not take
 * what came so far for the whole.
 */
final class SparqlFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String BROKEN = SparqlFilter.class.getName() + ".broken";

    private final transient FusekiFilter dispatch = new FusekiFilter();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        dispatch.doFilter(request, response, chain);
        if (request.getAttribute(BROKEN) instanceof Throwable cause) {
            // Fuseki's dispatch swallows exceptions; thrown here, after part of the answer has gone out, this one makes
            // the web server close the connection without the mark of a complete response.
            throw new ServletException("an answer failed half way", cause);
        }
    }

    /** Notes that the response to the request is incomplete and cannot be completed. */
    static void broken(HttpServletRequest request, @Nullable Throwable cause) {
        request.setAttribute(BROKEN, cause);
    }
}
