package org.banggiao.publish.catalog;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.banggiao.publish.entity.Catalogue;
import org.banggiao.publish.entity.Kind;
import org.banggiao.publish.entity.LocalAddress;
import org.banggiao.publish.entity.ReleaseViews;
import org.banggiao.publish.http.EntityTag;
import org.banggiao.publish.http.Problem;
import org.banggiao.publish.http.Representation;
import org.banggiao.publish.http.RequestAddress;
import org.banggiao.publish.settings.PublishSettings;
import org.banggiao.store.Store;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Tells crawlers which pages there are (Sitemaps protocol 0.9: an index, and parts of at most {@value #MOST} addresses) and which
 * addresses cost more than they give (RFC 9309). Pages of claims and passages are not listed: those of things lead to them.
 */
@Controller
final class Sitemap {
    private static final int MOST = 50_000;
    private static final String INDEX = "/sitemap.xml";
    private static final String PART = "/sitemap-";
    private static final String ROBOTS = "/robots.txt";
    private static final String XML = "application/xml;charset=utf-8";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

    private final PublishSettings settings;
    private final LocalAddress address;
    private final ReleaseViews views;
    private final int most;

    @Autowired
    Sitemap(PublishSettings settings, ReleaseViews views) {
        this(settings, views, MOST);
    }

    private Sitemap(PublishSettings settings, ReleaseViews views, int most) {
        this.settings = settings;
        this.address = new LocalAddress(settings.baseIri());
        this.views = views;
        this.most = most;
    }

    /** One whose parts have fewer addresses. */
    static Sitemap withParts(PublishSettings settings, ReleaseViews views, int most) {
        return new Sitemap(settings, views, most);
    }

    @GetMapping(INDEX)
    void index(Store store, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var root = RequestAddress.root(request, INDEX);
        new Representation(index(views.of(store).catalogue(), root), XML, "").send(request, response);
    }

    /** The index of the parts. */
    String index(Catalogue catalogue, String root) {
        var text = new StringBuilder(HEAD)
                .append("<sitemapindex")
                .append(NAMESPACE)
                .append(">\n");
        long parts = (paths(catalogue).count() + most - 1) / most;
        for (int part = 1; part <= parts; part++) {
            text.append("<sitemap><loc>")
                    .append(escaped(root + PART.substring(1) + part + ".xml"))
                    .append("</loc></sitemap>\n");
        }
        return text.append("</sitemapindex>\n").toString();
    }

    @GetMapping(PART + "{part:[1-9][0-9]{0,6}}.xml")
    void part(Store store, @PathVariable int part, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var root = RequestAddress.root(request, PART + part + ".xml");
        var catalogue = views.of(store).catalogue();
        if (paths(catalogue).skip((part - 1L) * most).findFirst().isEmpty()) {
            new Problem(404, "http-404", "Not Found", "There is no such part of the sitemap; " + INDEX + " lists them.")
                    .write(request, response);
            return;
        }
        var tag = EntityTag.of(store.release().id(), root, String.valueOf(part));
        response.setHeader("ETag", tag.value());
        response.setHeader("Cache-Control", "no-cache");
        if (tag.isKnownTo(request)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(XML);
        if (!request.getMethod().equals("HEAD")) {
            try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
                write(catalogue, part, root, out);
            }
        }
    }

    /** Writes a part, address by address. */
    void write(Catalogue catalogue, int part, String root, Writer out) throws IOException {
        boolean isInTwo = settings.languages().size() > 1;
        out.write(HEAD + "<urlset" + NAMESPACE + (isInTwo ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" : "")
                + ">\n");
        for (var path :
                (Iterable<String>) paths(catalogue).skip((part - 1L) * most).limit(most)::iterator) {
            var page = root + path.substring(1);
            out.write("<url><loc>" + escaped(page) + "</loc>");
            if (isInTwo) {
                for (var language : settings.languages()) {
                    out.write("<xhtml:link rel=\"alternate\" hreflang=\"" + language + "\" href=\""
                            + escaped(page + "?lang=" + language) + "\"/>");
                }
            }
            out.write("</url>\n");
        }
        out.write("</urlset>\n");
    }

    private Stream<String> paths(Catalogue catalogue) {
        var first = Stream.of("/", "/dataset", "/dataset/releases", "/ontology", "/said", "/query", "/conformance");
        var questions =
                settings.examples() == PublishSettings.Examples.NONE ? Stream.<String>empty() : Stream.of("/questions");
        var lists = Arrays.stream(Kind.values())
                .filter(k -> !catalogue.list(k).isEmpty())
                .map(k -> "/browse/" + k.path());
        var resources = Arrays.stream(Kind.values())
                .flatMap(k -> catalogue.list(k).stream())
                .filter(l -> l.kind().isThing() || !catalogue.things(l.iri()).isEmpty())
                .map(l -> address.path(l.iri().getURI()))
                .flatMap(Optional::stream);
        return Stream.of(first, questions, lists, resources).flatMap(s -> s);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }

    @GetMapping(ROBOTS)
    void robots(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var root = RequestAddress.root(request, ROBOTS);
        var lines = List.of(
                "User-agent: *",
                "# Queries and searches: each costs the service work, and there is no end to them.",
                "Disallow: /sparql",
                "Disallow: /query?",
                "Disallow: /query/explain",
                "Disallow: /search",
                "# Lists narrowed by more than one thing.",
                "Disallow: /browse/*&",
                "# Files to download; their pages say what they are.",
                "Disallow: /dataset/releases/*.gz$",
                "Disallow: /metrics",
                "",
                "Sitemap: " + root + INDEX.substring(1));
        new Representation(String.join("\n", lines) + "\n", "text/plain;charset=utf-8", "").send(request, response);
    }
}
