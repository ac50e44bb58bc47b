package org.banggiao.publish.sparql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.apache.jena.fuseki.Fuseki;
import org.apache.jena.fuseki.servlets.FusekiFilter;

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
        dispatch.doFilter(request, new WithoutRequestIds(response), chain);
        if (isBroken(request)) {
            // Fuseki's dispatch swallows exceptions. Thrown here, after part of the answer has gone out, this one makes
            // the web server close the connection without the mark of a complete response.
            throw new CloseNowException("an answer failed half way");
        }
    }

    /** Notes that the response to the request is incomplete and cannot be completed. */
    static void broken(HttpServletRequest request) {
        request.setAttribute(BROKEN, true);
    }

    /** Whether the response to the request is incomplete and cannot be completed. */
    static boolean isBroken(HttpServletRequest request) {
        return request.getAttribute(BROKEN) != null;
    }

    /** Leaves out the header by which Fuseki counts requests. */
    private static final class WithoutRequestIds extends HttpServletResponseWrapper {
        WithoutRequestIds(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.equals(Fuseki.FusekiRequestIdHeader)) {
                super.setHeader(name, value);
            }
        }
    }
}
