package org.banggiao.publish.entity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.banggiao.publish.citation.Citation;
import org.banggiao.store.Store;

/** Makes the page of a resource, and says how to cite it. */
public interface EntityPages {
    /**
     * The page in the language that the request asks for.
     *
     * @param path the resource's address here, without suffix
     * @return HTML, and its language
     */
    Page page(Description description, String path, Store store, HttpServletRequest request);

    /**
     * How to cite the record of the resource, in the language that the request asks for.
     *
     * @param path the resource's address here, without suffix
     */
    Citation citation(Description description, String path, Store store, HttpServletRequest request);

    /**
     * A page as text.
     *
     * @param language BCP 47
     */
    record Page(String html, Optional<String> language) {}
}
