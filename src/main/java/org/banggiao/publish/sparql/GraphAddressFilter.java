package org.banggiao.publish.sparql;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.banggiao.publish.entity.Format;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.NamedFormat;
import org.banggiao.publish.entity.Signposts;
import org.banggiao.publish.http.StoreLease;
import org.banggiao.publish.settings.PublishSettings;

/**
 * Answers for graphs at their own addresses with their triples (SPARQL 1.1 Graph Store HTTP Protocol, section 4.1). The page
 * about a graph, and what is no graph, is left to what comes after.
 */
final class GraphAddressFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final List<String> WRITING = List.of("PUT", "POST", "DELETE", "PATCH");

    private final transient PublishSettings settings;
    private final transient LocalAddress address;
    private final transient GraphReader graphs;
    private final transient Failures failures;

    GraphAddressFilter(PublishSettings settings, GraphReader graphs) {
        this.settings = settings;
        this.address = new LocalAddress(settings.baseIri());
        this.graphs = graphs;
        this.failures = new Failures(settings.limits());
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (WRITING.contains(request.getMethod())) {
            response.setHeader("Allow", "GET, HEAD, OPTIONS");
            Refusal.readOnly(405).problem().write(request, response);
            return;
        }
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var asked = isRead ? asked(request) : Optional.<Asked>empty();
        if (asked.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var path = asked.get().path();
        response.setHeader(
                "Content-Location",
                "./" + path.substring(path.lastIndexOf('/') + 1) + "."
                        + asked.get().offer().format().suffix());
        Signposts.ofHeader(path, StoreLease.storeOf(request), settings)
                .forEach(link -> response.addHeader("Link", link.header()));
        response.addHeader("Link", "<" + "../".repeat(depth(path)) + ".well-known/void>; rel=\"describedby\"");
        try {
            graphs.send(asked.get().graph(), "", StoreLease.storeOf(request), request, response);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            failures.tell(e, request, response);
        }
        if (SparqlFilter.isBroken(request)) {
            throw new CloseNowException("an answer failed half way");
        }
    }

    /** A graph by its path, in a format of data. */
    private record Asked(String path, String iri, Format.Offer offer) {
        GraphRequest graph() {
            return new GraphRequest(Optional.of(iri), Optional.of(offer.mediaType()), Optional.empty());
        }
    }

    private Optional<Asked> asked(HttpServletRequest request) {
        var names = StoreLease.storeOf(request).graphs();
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var named = names.contains(address.iri(path)) ? NamedFormat.none(path) : NamedFormat.of(path);
        var iri = address.iri(named.path());
        return named.offer(request)
                .filter(offer -> names.contains(iri) && offer.format() != Format.HTML)
                .map(offer -> new Asked(named.path(), iri, offer));
    }

    /** How many folders deep the path lies. */
    private static int depth(String path) {
        return (int) path.chars().filter(c -> c == '/').count() - 1;
    }
}
