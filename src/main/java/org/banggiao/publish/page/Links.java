package org.banggiao.publish.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.banggiao.publish.entity.LocalAddress;

/**
 * The links of a page. They are relative to it, so that the service can stand under any host and path, and keep the language
 * where it was asked for by name.
 *
 * @param root the way up from the page to the service's root: {@code ./}, {@code ../../} …
 * @param keptLanguage what to add to links to pages, or empty
 * @param address where addresses of the data are answered
 */
public record Links(String root, Optional<Language> keptLanguage, LocalAddress address) {
    /** The links of the page at a path. */
    static Links from(String path, Optional<Language> keptLanguage, LocalAddress address) {
        long depth = path.chars().filter(c -> c == '/').count() - 1;
        return new Links(depth <= 0 ? "./" : "../".repeat((int) depth), keptLanguage, address);
    }

    /**
     * A link to a page.
     *
     * @param path starts with a slash; may have a query and a fragment
     */
    public String page(String path) {
        var fragment = path.indexOf('#') < 0 ? "" : path.substring(path.indexOf('#'));
        var bare = path.substring(0, path.length() - fragment.length());
        var language = keptLanguage
                .map(l -> (bare.contains("?") ? "&" : "?") + "lang=" + l.code())
                .orElse("");
        return file(bare) + language + fragment;
    }

    /** A link to a file or to the endpoint, which have no language. */
    public String file(String path) {
        return root + path.substring(1);
    }

    /** A link to a resource: to its page here, or elsewhere where its address is of the web; empty for other addresses. */
    public Optional<String> resource(Node node) {
        if (!node.isURI()) {
            return Optional.empty();
        }
        var local = address.path(node.getURI());
        if (local.isPresent()) {
            return local.map(this::page);
        }
        return isWeb(node.getURI()) ? Optional.of(node.getURI()) : Optional.empty();
    }

    /** A link to the query page, with a query in its form. */
    public String query(String sparql) {
        return page("/query?query=" + encode(sparql));
    }

    /** Whether an address may be linked: of the web, and nothing that a browser would run. */
    static boolean isWeb(String iri) {
        return iri.startsWith("https://") || iri.startsWith("http://");
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
