package org.banggiao.publish.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.banggiao.store.Store;
import org.banggiao.store.StoreSource;

/** Gives each request one store from its beginning to its end, so that no answer mixes two releases. */
public final class StoreLease extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String ATTRIBUTE = Store.class.getName();

    private final transient StoreSource source;

    public StoreLease(StoreSource source) {
        this.source = source;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (var lease = source.lease()) {
            request.setAttribute(ATTRIBUTE, lease.store());
            chain.doFilter(request, response);
        } finally {
            request.removeAttribute(ATTRIBUTE);
        }
    }

    /** Gives a request that comes past this filter a store, for as long as the caller holds its lease. */
    public static void give(Store store, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, store);
    }

    /** The store of this request. */
    public static Store storeOf(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Store store) {
            return store;
        }
        throw new IllegalStateException("no store was leased for " + request.getRequestURI());
    }
}
